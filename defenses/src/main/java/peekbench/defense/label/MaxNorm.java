package peekbench.defense.label;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.defense.array.ExampleRows;
import peekbench.nn.array.SavedState;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.defense.DefenseProvider;

/**
 * The heuristic max_norm against the norm attack: where one class is rare, its examples have longer gradients. Of the
 * gradients {@code g_j} of a batch, {@code g_j (1 + a σ_j n_j)} leaves the party with the labels, with {@code n_j ~ N(0, 1)}
 * and {@code σ_j = sqrt(max_k |g_k|² / |g_j|² - 1)}. At {@code a = 1} every perturbed gradient has the expected squared norm
 * {@code max_k |g_k|²}; the noise lies along the gradient, so each keeps its direction or is turned round.
 *
 * <p>Deviations: the paper has no factor a. A gradient of 0 stays 0. Only what is computed from labels is perturbed: where
 * clients keep their labels, what they send to the server and not what the server sends back.
 *
 * @param scale a; 1 is the paper's, 0 leaves every bit as it is
 */
@Paper(
        authors = "Li, Sun, Yang, Gao, Zhang, Xie, Smith, Wang",
        title = "Label Leakage and Protection in Two-party Split Learning",
        year = 2022,
        venue = "ICLR",
        section = "4, max_norm")
@Name("max-norm")
@Summary("Noise gives all gradients that reveal labels the norm of the longest")
public record MaxNorm(
        @Default("1") @Summary("factor on the noise; 1 is the paper's")
        double scale) implements DefenseOptions {
    /** @throws peekbench.problem.ConfigurationException when the scale is negative or not finite */
    public MaxNorm {
        Problems problems = new Problems();
        problems.nonNegative("scale", scale);
        problems.throwIfAny();
    }

    /** The paper's. */
    public MaxNorm() {
        this(1);
    }

    @Override
    public Defense create() {
        return context -> new Hooks(scale, context.seed().child("max-norm").generator());
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.GRADIENT);
    }

    @Override
    public String label() {
        return "max-norm noise" + (scale == 1 ? "" : " times " + scale);
    }

    private record Hooks(double scale, RandomGenerator generator) implements DefenseHooks {
        @Override
        public INDArray filterGradient(INDArray gradient, INDArray targets) {
            if (scale == 0) {
                return gradient;
            }
            double[][] rows = ExampleRows.of(gradient);
            double[] norms = Arrays.stream(rows).mapToDouble(ExampleRows::norm).toArray();
            double largest = Arrays.stream(norms).max().orElse(0);
            for (int example = 0; example < rows.length; example++) {
                double noise = generator.nextGaussian();
                if (norms[example] > 0) {
                    double ratio = largest / norms[example];
                    double factor = 1 + scale * Math.sqrt(ratio * ratio - 1) * noise;
                    for (int i = 0; i < rows[example].length; i++) {
                        rows[example][i] *= factor;
                    }
                }
            }
            return ExampleRows.array(rows, gradient);
        }

        @Override
        public void remember(SavedState state) { // only training goes by what is drawn and gathered here
        }
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
