package peekbench.defense.update;

import com.google.auto.service.AutoService;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.defense.array.ExampleRows;
import peekbench.nn.array.SavedState;
import peekbench.problem.Problems;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.defense.DefenseProvider;

/**
 * Clipping and Gaussian noise on what a client reveals of its weights: of the update {@code Δ [P]}, {@code Δ min(1, C / |Δ|) +
 * n} leaves, with {@code n_i ~ N(0, (z C)²)} drawn anew for each. The update is the batch's mean gradient where clients send
 * gradients, and the client's weights less those that its turn began with where they send weights, over one turn: a round of
 * federated averaging, an epoch or a batch of split learning, always of all parameters together.
 *
 * <p>Deviations: in the paper a trusted server clips nothing itself and adds noise once, to the average; here every client
 * adds its own, so that the server is not trusted, and the average of m clients has 1/m of a client's variance. No accountant
 * turns z into (ε, δ): for the update of one turn by itself the sensitivity is 2 C. Buffers, as of batch normalisation, and
 * an optimiser's memory, where a scenario hands it over, are sent as they are.
 *
 * @param clippingNorm C, greater than 0: the L2 norm that updates are clipped to
 * @param noiseMultiplier z, at least 0; with 0 an update that is short enough keeps every bit
 */
@Paper(
        authors = "McMahan, Ramage, Talwar, Zhang",
        title = "Learning Differentially Private Recurrent Language Models",
        year = 2018,
        venue = "ICLR",
        section = "2, Algorithm 1 with FlatClip")
@Name("clip-and-noise")
@Summary("Updates of weights are clipped and get Gaussian noise")
public record ClipAndNoise(
        @Summary("L2 norm that updates are clipped to") double clippingNorm,

        @Summary("standard deviation of the noise in clipping norms")
        double noiseMultiplier)
        implements DefenseOptions {
    /** @throws peekbench.problem.ConfigurationException with all mistakes */
    public ClipAndNoise {
        Problems problems = new Problems();
        problems.positive("clipping-norm", clippingNorm);
        problems.nonNegative("noise-multiplier", noiseMultiplier);
        problems.throwIfAny();
    }

    @Override
    public Defense create() {
        return context -> new Hooks(
                clippingNorm,
                noiseMultiplier * clippingNorm,
                context.seed().child("clip-and-noise").generator());
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.UPDATE);
    }

    @Override
    public String label() {
        return "updates clipped to " + clippingNorm + ", noise times " + noiseMultiplier;
    }

    private record Hooks(double clippingNorm, double deviation, RandomGenerator generator) implements DefenseHooks {
        @Override
        public INDArray filterUpdate(INDArray update) {
            double[] numbers = ExampleRows.numbers(update);
            double norm = ExampleRows.norm(numbers);
            if (deviation == 0 && norm <= clippingNorm) {
                return update;
            }
            double factor = norm > clippingNorm ? clippingNorm / norm : 1;
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = numbers[i] * factor + (deviation == 0 ? 0 : deviation * generator.nextGaussian());
            }
            return ExampleRows.array(numbers, update);
        }

        @Override
        public void remember(SavedState state) { // only training goes by what is drawn and gathered here
        }
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
