package peekbench.nn.layer;

import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Paper;
import peekbench.registry.Summary;

/**
 * Batch normalisation, {@code y = γ (x - μ) / sqrt(σ² + ε) + β}, of each channel of images {@code [N, C, H, W]} (over N,
 * H and W) or each feature of vectors {@code [N, F]} (over N).
 *
 * <p>A training pass takes mean μ and biased variance σ² of the batch, and moves the running statistics towards them, {@code
 * r ← (1 - m) r + m s} with the momentum m, with the unbiased variance, as PyTorch does; a prediction takes the running ones. A batch with a single
 * value a channel has no variance: it gives β and moves the running mean only, where PyTorch refuses.
 *
 * <p>Parameters are {@code [C]} γ, 1 at first, followed by {@code [C]} β, 0 at first. Buffers are {@code [C]} running means,
 * 0 at first, followed by {@code [C]} running variances, 1 at first.
 *
 * <p>The statistics are those of the batch at hand: where a batch is computed in parts, such as the halves of a batch
 * trainer, each part has its own.
 *
 * @param epsilon ε, above 0; 1e-5 in PyTorch and DeepLearning4J, 1e-3 in Keras
 * @param momentum m, in (0, 1]: what share of a running statistic each training pass replaces; other libraries call 1 - m
 *     momentum or decay
 */
@Paper(
        authors = "Ioffe, Szegedy",
        title = "Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift",
        year = 2015,
        venue = "ICML",
        section = "Algorithm 1 and 2")
@Summary("batch normalisation")
public record BatchNormalization(
        @Default("0.00001") @Summary("added to variances") double epsilon,

        @Default("0.1") @Summary("share of a running statistic that a training pass replaces")
        double momentum)
        implements LayerSpec {
    private static final double USUAL_EPSILON = 1e-5;
    private static final double USUAL_MOMENTUM = .1;

    public BatchNormalization {
        Problems problems = new Problems();
        problems.positive("epsilon", epsilon);
        problems.positive("momentum", momentum);
        problems.inRange("momentum", momentum, 0, 1);
        problems.throwIfAny();
    }

    /** As in PyTorch. */
    public BatchNormalization() {
        this(USUAL_EPSILON, USUAL_MOMENTUM);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (!input.isImage() && input.rank() != 1) {
            throw new ConfigurationException("A batch normalisation needs images of channels, height and width, or a"
                    + " vector; it gets (" + input + "). Put a reshape before it.");
        }
        return input;
    }

    @Override
    public int parameterCount(Shape input) {
        return 2 * input.size(0);
    }

    @Override
    public int bufferCount(Shape input) {
        return 2 * input.size(0);
    }

    /** Two a number: times a factor and plus a shift, into which γ, β and the statistics are drawn together. */
    @Override
    public long forwardFlops(Shape input) {
        return 2L * input.length();
    }

    @Override
    public boolean treatsExamplesAlone() {
        return false;
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new BatchNormalizationLayer(this, input, precision);
    }
}
