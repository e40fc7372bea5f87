package peekbench.attack.hijacking;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.Stream;
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
import peekbench.threat.view.MaliciousServerView;

/**
 * Options of {@link FeatureSpaceHijacking}.
 *
 * @param iterations batches of the clients that the server answers at most; fewer when the clients train for fewer
 * @param checkpoints iterations after which private records are reconstructed, besides at the end; those that are not
 *     reached are passed over
 * @param pilotLearningRate Adam's on the pilot and its inverse
 * @param pilotIterations iterations in which pilot and inverse learn; then they stay as they are, a target at rest for
 *     the client. As many as {@code iterations} is the paper's way
 * @param criticLearningRate Adam's on the critic, which must be some times the client's: a critic that lags behind the client
 *     leads it nowhere
 * @param criticBeta1 how much of the mean of earlier gradients stays in each of its steps, in {@code [0, 1)}: Adam's usual .9,
 *     the paper's, lets critic and client run past each other
 * @param gradientPenalty weight of the critic's gradient penalty
 * @param gradientScale factor on the returned gradient, to outweigh what a defense adds to the client's loss
 * @param pilotChannels feature maps of the pilot's first convolution, doubled at each further one that halves the image,
 *     and of the inverse's hidden one
 * @param criticChannels feature maps of the critic
 * @param criticBlocks residual blocks of the critic
 * @param hiddenUnits of hidden dense layers
 */
@Paper(
        authors = "Pasquini, Ateniese, Bernaschi",
        title = "Unleashing the Tiger: Inference Attacks on Split Learning",
        year = 2021,
        venue = "CCS, doi 10.1145/3460120.3485259",
        section = "4, Algorithm 2")
@Name("feature-space-hijacking")
@Summary("Server that teaches the client a feature space of its own, which it can invert")
public record FeatureSpaceHijackingOptions(
        @Default("10000") @Summary("batches of the clients that the server answers at most")
        int iterations,

        @Default("[2000, 5000, 9500]")
        @Summary("iterations after which private records are reconstructed, besides at the end")
        List<Integer> checkpoints,

        @Default("0.0005") @Summary("Adam's step size on the pilot and its inverse")
        double pilotLearningRate,

        @Default("1000") @Summary("iterations in which pilot and inverse learn, before they stay as they are")
        int pilotIterations,

        @Default("0.001") @Summary("Adam's step size on the critic; some times the client's")
        double criticLearningRate,

        @Default("0.5") @Summary("Adam's decay of the mean of gradients on the critic; the paper's is 0.9")
        double criticBeta1,

        @Default("10") @Summary("weight of the critic's gradient penalty")
        double gradientPenalty,

        @Default("1") @Summary("factor on the returned gradient, to outweigh what a defense adds to the client's loss")
        double gradientScale,

        @Default("32")
        @Summary("feature maps of the pilot's first convolution, doubled at each further one that halves the image")
        int pilotChannels,

        @Default("64") @Summary("feature maps of the critic")
        int criticChannels,

        @Default("2") @Summary("residual blocks of the critic")
        int criticBlocks,

        @Default("256") @Summary("units of hidden dense layers")
        int hiddenUnits)
        implements AttackOptions {
    public FeatureSpaceHijackingOptions {
        checkpoints = List.copyOf(checkpoints);
        Problems problems = new Problems();
        problems.atLeast("iterations", iterations, 1);
        for (int i = 0; i < checkpoints.size(); i++) {
            problems.atLeast("checkpoints[" + i + "]", checkpoints.get(i), 1);
        }
        if (checkpoints.stream().distinct().count() < checkpoints.size()) {
            problems.add("checkpoints", "is " + checkpoints + "; list each iteration once.");
        }
        problems.positive("pilot-learning-rate", pilotLearningRate);
        problems.atLeast("pilot-iterations", pilotIterations, 1);
        problems.positive("critic-learning-rate", criticLearningRate);
        problems.belowOne("critic-beta1", criticBeta1);
        problems.nonNegative("gradient-penalty", gradientPenalty);
        problems.positive("gradient-scale", gradientScale);
        problems.atLeast("pilot-channels", pilotChannels, 1);
        problems.atLeast("critic-channels", criticChannels, 1);
        problems.atLeast("critic-blocks", criticBlocks, 0);
        problems.atLeast("hidden-units", hiddenUnits, 1);
        problems.throwIfAny();
    }

    @Override
    public Attack<MaliciousServerView, ReconstructedInputs> create() {
        return new FeatureSpaceHijacking(this);
    }

    /** The names of the states that private records are reconstructed in, in order. */
    List<String> strengths() {
        return Stream.concat(reached().map(FeatureSpaceHijackingOptions::strength), Stream.of(END))
                .toList();
    }

    private Stream<Integer> reached() {
        return checkpoints.stream()
                .filter(checkpoint -> checkpoint < iterations)
                .sorted();
    }

    /** The name of the state at the end of training, whenever that was. */
    static final String END = "end";

    /** The name of the state after so many iterations. */
    static String strength(int checkpoint) {
        return "iteration-" + checkpoint;
    }

    /** The same attack, ended at that state. */
    @Override
    public FeatureSpaceHijackingOptions onlyAt(String strength) {
        if (!strengths().contains(strength)) {
            throw new ConfigurationException("The attack (" + FeatureSpaceHijacking.NAME + ") has no strength ("
                    + strength + "); its strengths are " + String.join(", ", strengths()) + ".");
        }
        return endedAfter(reached()
                .filter(checkpoint -> strength(checkpoint).equals(strength))
                .findFirst()
                .orElse(iterations));
    }

    /** The same attack, ended as soon as pilot and inverse stay as they are: only the client could learn from then on. */
    @Override
    public FeatureSpaceHijackingOptions againstUntrained(String strength) {
        FeatureSpaceHijackingOptions only = onlyAt(strength);
        return only.endedAfter(Math.min(only.iterations, pilotIterations));
    }

    private FeatureSpaceHijackingOptions endedAfter(int end) {
        return new FeatureSpaceHijackingOptions(
                end,
                List.of(),
                pilotLearningRate,
                pilotIterations,
                criticLearningRate,
                criticBeta1,
                gradientPenalty,
                gradientScale,
                pilotChannels,
                criticChannels,
                criticBlocks,
                hiddenUnits);
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
