package peekbench.attack.federated;

import com.google.auto.service.AutoService;
import java.util.List;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProvider;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.Moment;
import peekbench.threat.view.UpdatesView;

/**
 * Options of {@link GradientInversion}.
 *
 * @param methods that are tried; the strongest is reported, all are kept
 * @param batchSize records that an update comes from
 * @param moment when updates are looked at
 * @param starts random ones of each update; that of the smallest loss is kept
 * @param validationBatches of the attacker's validation records, by which methods are compared
 * @param mountedBy who looks for the inputs
 */
@Paper(
        authors = "Zhu, Liu, Han",
        title = "Deep Leakage from Gradients",
        year = 2019,
        venue = "NeurIPS",
        section = "3; methods name papers of their own")
@Name("gradient-inversion")
@Summary("An aggregator searches for the inputs whose gradient a client sent")
public record GradientInversionOptions(
        @Default("[{name: squared-error}, {name: cosine}]")
        @Summary("ways of matching that are tried; the strongest is reported, all are kept")
        List<GradientMatching> methods,

        @Default("1") @Summary("records that an update comes from, 1 to 8")
        int batchSize,

        @Default("initial") @Summary("initial: in the first round; trained: in the round after the last")
        Moment moment,

        @Default("2") @Summary("random starts of each update; that of the smallest loss is kept")
        int starts,

        @Default("4") @Summary("batches of validation records that are attacked to compare methods")
        int validationBatches,

        @Default("aggregator") @Summary("who searches: the aggregator, or peer, another client that gets the average")
        UpdateReader mountedBy)
        implements AttackOptions {
    private static final int LARGEST_BATCH = 8;

    /** @throws ConfigurationException with all mistakes */
    public GradientInversionOptions {
        methods = List.copyOf(methods);
        Problems problems = new Problems();
        if (methods.isEmpty()) {
            problems.add("methods", "is empty; list at least one, for example {name: cosine}.");
        }
        if (methods.stream().map(GradientMatching::label).distinct().count() < methods.size()) {
            problems.add("methods", "holds a method twice; list each once.");
        }
        problems.inRange("batch-size", batchSize, 1, LARGEST_BATCH);
        problems.atLeast("starts", starts, 1);
        problems.atLeast("validation-batches", validationBatches, 1);
        problems.throwIfAny();
    }

    /** The aggregator's. */
    public GradientInversionOptions(
            List<GradientMatching> methods, int batchSize, Moment moment, int starts, int validationBatches) {
        this(methods, batchSize, moment, starts, validationBatches, UpdateReader.AGGREGATOR);
    }

    @Override
    public Attack<UpdatesView, ReconstructedInputs> create() {
        return new GradientInversion(this);
    }

    @Override
    public GradientInversionOptions onlyAt(String strength) {
        List<GradientMatching> only = methods.stream()
                .filter(method -> method.label().equals(strength))
                .toList();
        if (only.isEmpty()) {
            throw new ConfigurationException("The attack (" + GradientInversion.NAME + ") has no strength (" + strength
                    + "); its strengths are "
                    + String.join(
                            ", ", methods.stream().map(GradientMatching::label).toList())
                    + ".");
        }
        return new GradientInversionOptions(only, batchSize, moment, starts, validationBatches, mountedBy);
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
