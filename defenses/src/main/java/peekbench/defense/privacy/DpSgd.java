package peekbench.defense.privacy;

import com.google.auto.service.AutoService;
import java.util.Optional;
import java.util.Set;
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
import peekbench.threat.defense.ExampleGradientFilter;

/**
 * Differentially private SGD on the layers that a client trains: for a batch of N examples with gradients {@code g_i} of all these
 * layers together, the client's optimiser takes
 *
 * <pre>
 * 1/N (Σ g_i min(1, C / |g_i|) + n),   n_j ~ N(0, (z C)²)
 * </pre>
 *
 * and a Rényi accountant tells the ε that was spent by the end of training for the stated δ, with one record more or less as
 * neighbours, of the client that has spent most.
 *
 * <p><b>What ε covers.</b> In federated learning a client trains the whole network, and ε is that of its records towards
 * everybody who sees its weights. In split learning the client trains its front only. The server gets smashed data and labels
 * of every example and trains its own layers on them without noise, so neither these, nor the finished network, nor what the server
 * sees is private; since the gradients that the client clips depend on the server's layers, ε is no more than the cost of the
 * client's steps given those layers. The head of a wrap-around client and the decoder of semi-supervised training are not clipped.
 *
 * <p><b>Deviations from the paper.</b> The accountant assumes that each record is in a batch with probability {@code q = N /
 * records}, by itself (Poisson sampling); batches here are the runs of a shuffled order, as everywhere, so the printed ε is
 * that of Poisson sampling and may be too small for shuffling. Noise is divided by the size of the batch at hand. The
 * moments accountant is replaced by its successor for Rényi divergences. Loss terms that couple examples, such as NoPeek's, and
 * anything computed from the records outside of training steps are not accounted for. Models with batch normalisation or
 * dropout are refused, since there is no gradient of a single example.
 *
 * @param clippingNorm C, greater than 0: the L2 norm that each example's gradient is clipped to
 * @param noiseMultiplier z, at least 0; with 0 a batch without long gradients keeps every bit, and ε is infinite
 * @param delta δ, in (0, 1)
 */
@Paper(
        authors = "Abadi, Chu, Goodfellow, McMahan, Mironov, Talwar, Zhang",
        title = "Deep Learning with Differential Privacy",
        year = 2016,
        venue = "ACM CCS",
        section = "Algorithm 1")
@Name("dp-sgd")
@Summary("Each example's gradient is clipped and their sum gets Gaussian noise; keeps account of epsilon")
public record DpSgd(
        @Summary("L2 norm that each example's gradient is clipped to")
        double clippingNorm,

        @Summary("standard deviation of the noise in clipping norms")
        double noiseMultiplier,

        @Default("0.00001") @Summary("delta for which epsilon is told, in (0, 1)")
        double delta)
        implements DefenseOptions {
    /** @throws peekbench.problem.ConfigurationException with all mistakes */
    public DpSgd {
        Problems problems = new Problems();
        problems.positive("clipping-norm", clippingNorm);
        problems.nonNegative("noise-multiplier", noiseMultiplier);
        problems.positive("delta", delta);
        if (delta >= 1) {
            problems.add("delta", "is " + delta + "; it must be less than 1. Use less than 1 / records.");
        }
        problems.throwIfAny();
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.PARAMETER_GRADIENT);
    }

    @Override
    public Defense create() {
        return context -> {
            ExampleGradientFilter filter = new ClippedNoisySteps(this, context);
            return new Hooks(filter);
        };
    }

    @Override
    public String label() {
        return "DP-SGD clipped to " + clippingNorm + ", noise times " + noiseMultiplier + ", \u03b4 = " + delta;
    }

    private record Hooks(ExampleGradientFilter filter) implements DefenseHooks {
        @Override
        public Optional<ExampleGradientFilter> exampleGradientFilter() {
            return Optional.of(filter);
        }

        @Override
        public void remember(SavedState state) { // only training goes by what is drawn and gathered here
        }
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
