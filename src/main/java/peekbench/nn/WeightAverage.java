package peekbench.nn;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.memory.Memory;
import peekbench.registry.Paper;

/**
 * The average of the weights that a segment had after each step, the later ones weighted more:
 *
 * <pre>
 * average_t = average_(t-1) + (η + 1) / (t + η) (weights_t - average_(t-1)),  η = 8
 * </pre>
 *
 * The weight of step s is about proportional to {@code s^η}, so that the average is of the last ninth of the steps however many
 * there are. It does what a step size that falls to 0 does, without having to know when training will end.
 */
@Paper(
        authors = "Shamir, Zhang",
        title = "Stochastic Gradient Descent for Non-smooth Optimization",
        year = 2013,
        venue = "ICML, arXiv 1212.1824",
        section = "4, averaging with polynomial decay")
public final class WeightAverage {
    private static final double ETA = 8;

    private final Segment segment;
    private final INDArray average;
    private long steps;

    /** @param segment whose weights are averaged */
    public WeightAverage(Segment segment) {
        this.segment = segment;
        this.average = segment.parameters().dup('c');
    }

    /** Takes the weights in as they are now, after a step. */
    public void add() {
        steps++;
        if (average.length() == 0) {
            return;
        }
        double share = (ETA + 1) / (steps + ETA);
        Memory sum = Memory.of(average);
        sum.scale(1 - share);
        Memory.of(segment.parameters()).addScaled(share, sum);
    }

    /** Does something while the segment has the average for its weights. */
    public void during(Runnable work) {
        INDArray now = segment.parameters().dup('c');
        segment.parameters().assign(average);
        try {
            work.run();
        } finally {
            segment.parameters().assign(now);
        }
    }
}
