package peekbench.bench;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.BatchTrainer;
import peekbench.nn.Optimizer;
import peekbench.nn.OptimizerState;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.TransposedConvolution;
import peekbench.nn.loss.LossFunction;
import peekbench.seed.Seed;

/** A training step of the peers' attacker decoder: 6x14x14 to 1x28x28, Adam, squared error, batch 64. */
final class DecoderStepWork implements DoubleSupplier {
    private static final int BATCH = 64;
    private static final int ITERATIONS = 20;
    private static final Shape SMASHED = Shape.of(6, 14, 14);
    private static final List<NamedLayer> LAYERS = List.of(
            new NamedLayer("enlarge", new TransposedConvolution(32, 4, 2, 1)),
            new NamedLayer("relu1", Activation.RELU),
            new NamedLayer("refine", new Convolution(32, 3, 1, 1)),
            new NamedLayer("relu2", Activation.RELU),
            new NamedLayer("output", new Convolution(1, 3, 1, 1)),
            new NamedLayer("sigmoid", Activation.SIGMOID));

    private final boolean halves;
    private final INDArray smashed = RandomArrays.of(BATCH, SMASHED);
    private final INDArray images = RandomArrays.of(BATCH, Shape.of(1, 28, 28));

    /**
     * @param halves whether the two halves of a batch are computed side by side
     */
    DecoderStepWork(boolean halves) {
        this.halves = halves;
    }

    /** A new decoder, which learns one step whenever this is run. */
    Runnable decoder() {
        Segment decoder = Segment.create(LAYERS, SMASHED, Precision.FLOAT32, Seed.of(1));
        Optimizer adam = Optimizer.Adam.of(1e-3);
        LossFunction loss = LossFunction.MEAN_SQUARED_ERROR;
        if (halves) {
            BatchTrainer trainer = new BatchTrainer(decoder, adam, loss);
            return () -> trainer.step(smashed, images);
        }
        OptimizerState optimizer = adam.start(decoder);
        return () -> {
            decoder.backwardParameters(loss.of(decoder.forward(smashed), images).gradient());
            optimizer.step();
        };
    }

    @Override
    public double getAsDouble() {
        return Timing.seconds(ITERATIONS, decoder());
    }
}
