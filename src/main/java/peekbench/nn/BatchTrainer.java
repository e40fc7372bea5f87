package peekbench.nn;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.loss.LossAndGradient;
import peekbench.nn.loss.LossFunction;
import peekbench.nn.memory.Memory;

/**
 * Trains a segment that one party holds whole, such as an attacker's network. Each batch is cut into two halves that are
 * computed side by side where a processor is free, one after the other where none is; the halves and the order in which
 * their gradients are added never change, so the result has the same bits either way.
 *
 * <p>Layers that look at the batch as a whole see a half: {@link peekbench.nn.layer.BatchNormalization} takes mean and
 * variance of each half, so the gradient is not quite that of the undivided batch. Its running statistics are the halves'
 * mean, weighted by their sizes. {@link peekbench.nn.layer.Dropout} draws for each half.
 */
public final class BatchTrainer {
    private final Segment segment;
    private final Segment second;
    private final LossFunction loss;
    private final OptimizerState optimizer;
    private final Memory gradients;
    private final Memory secondGradients;

    public BatchTrainer(Segment segment, Optimizer optimizer, LossFunction loss) {
        this.segment = segment;
        this.second = segment.replica();
        this.loss = loss;
        this.optimizer = optimizer.start(segment);
        this.gradients = Memory.of(segment.gradients());
        this.secondGradients = Memory.of(second.gradients());
    }

    /**
     * One training step.
     *
     * @param inputs {@code [N, …]}
     * @param targets {@code [N, …]}, the segment's output shape
     * @return the batch's loss before the step
     */
    public double step(INDArray inputs, INDArray targets) {
        long examples = inputs.size(0);
        long half = (examples + 1) / 2;
        double batchLoss;
        if (half == examples) {
            batchLoss = gradient(segment, inputs, targets, 0, examples);
        } else {
            second.takeBuffers(segment);
            ForkJoinTask<Double> other =
                    ForkJoinPool.commonPool().submit(() -> gradient(second, inputs, targets, half, examples));
            double share = (double) half / examples;
            batchLoss = share * gradient(segment, inputs, targets, 0, half);
            batchLoss += (1 - share) * other.join();
            gradients.scale(share);
            secondGradients.addScaled(1 - share, gradients);
            averageBuffers(share);
        }
        optimizer.step();
        return batchLoss;
    }

    private void averageBuffers(double share) {
        if (segment.bufferCount() > 0) {
            Memory buffers = Memory.of(segment.buffers());
            buffers.scale(share);
            Memory.of(second.buffers()).addScaled(1 - share, buffers);
        }
    }

    private double gradient(Segment part, INDArray inputs, INDArray targets, long from, long to) {
        LossAndGradient result = loss.of(part.forward(Rows.range(inputs, from, to)), Rows.range(targets, from, to));
        part.backwardParameters(result.gradient());
        return result.loss();
    }

    /** For learning-rate schedules. */
    public OptimizerState optimizer() {
        return optimizer;
    }
}
