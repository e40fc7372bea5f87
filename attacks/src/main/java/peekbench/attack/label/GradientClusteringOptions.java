package peekbench.attack.label;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProvider;

/**
 * Options of {@link GradientClustering}.
 *
 * @param by what is clustered; each a strength, the first under the attack's own name
 * @param epoch of training, from 1
 * @param examples of the epoch, the first ones, that centres are found with; the others go to the nearest centre
 * @param starts from which k-means sets out; the clusters of least spread are kept
 * @param iterations of k-means at most
 */
@Paper(
        authors = "Arthur, Vassilvitskii",
        title = "k-means++: The Advantages of Careful Seeding",
        year = 2007,
        venue = "SODA",
        section = "2.2")
@Name("gradient-clustering")
@Summary("Gradients or features fall into one cluster a class")
public record GradientClusteringOptions(
        @Default("[gradients, features]") @Summary("what is clustered, each a strength")
        List<ClusteredBy> by,

        @Default("1") @Summary("epoch of training that is attacked")
        int epoch,

        @Default("5000") @Summary("first examples of the epoch that centres are found with")
        int examples,

        @Default("4") @Summary("from which k-means sets out")
        int starts,

        @Default("50") @Summary("steps of k-means at most") int iterations)
        implements AttackOptions {
    public GradientClusteringOptions {
        by = List.copyOf(by);
        Problems problems = new Problems();
        if (by.isEmpty()) {
            problems.add("by", "is empty; list gradients, features or both.");
        }
        if (by.stream().distinct().count() < by.size()) {
            problems.add(
                    "by",
                    "is " + by.stream().map(ClusteredBy::label).toList() + "; list gradients and features once each.");
        }
        problems.atLeast("epoch", epoch, 1);
        problems.atLeast("examples", examples, 2);
        problems.atLeast("starts", starts, 1);
        problems.atLeast("iterations", iterations, 1);
        problems.throwIfAny();
    }

    @Override
    public Attack<?, ?> create() {
        return new GradientClustering(this);
    }

    @Override
    public Set<Integer> watchedEpochs() {
        return Set.of(epoch);
    }

    @Override
    public Optional<String> reasonAgainst(int classes) {
        return EpochOptions.reasonAgainstNumbers(classes);
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
