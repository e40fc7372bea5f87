package peekbench.attack.hijacking;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.Optimizer;
import peekbench.nn.OptimizerState;
import peekbench.nn.Segment;

/**
 * The critic D of smashed data: learns to make {@code mean D(pilot's) - mean D(client's)} small under the gradient
 * penalty, and says in what direction the client's must change to look like the pilot's.
 *
 * <p>A step passes through D twice: once the examples whose input gradient is wanted, once all whose parameter gradients
 * add up to the loss's.
 */
final class Critic {
    private final Segment network;
    private final OptimizerState optimizer;
    private final GradientPenalty penalty;

    /**
     * @param network from smashed data to one number; its layers treat each example by itself
     * @param optimizer that it learns by
     */
    Critic(Segment network, Optimizer optimizer, GradientPenalty penalty) {
        this.network = network;
        this.optimizer = optimizer.start(network);
        this.penalty = penalty;
    }

    /**
     * Learns one step.
     *
     * @param client smashed data of the client, {@code [N, …]}
     * @param pilot smashed data of the pilot, of the same shape
     * @param mixed examples between both, of the same shape
     * @return the gradient {@code [N, …]} of {@code mean D(client)} before the step, in memory of its own
     */
    INDArray step(INDArray client, INDArray pilot, INDArray mixed) {
        long count = client.size(0);
        try (INDArray both = Nd4j.concat(0, client, mixed)) {
            network.forward(both);
            INDArray gradients = network.backward(column(both, 1));
            INDArray answer = rows(gradients, 0, count).divi(count);
            learn(client, pilot, penalty.probes(mixed, rows(gradients, count, 2 * count)));
            return answer;
        }
    }

    private static INDArray rows(INDArray examples, long from, long to) {
        return examples.get(NDArrayIndex.interval(from, to)).dup('c');
    }

    private void learn(INDArray client, INDArray pilot, GradientPenalty.Probes probes) {
        double share = 1.0 / client.size(0);
        try (INDArray points = Nd4j.concat(0, pilot, client, probes.points())) {
            network.forward(points);
            network.backwardParameters(
                    Nd4j.concat(0, column(pilot, share), column(client, -share), probes.outputGradients()));
            optimizer.step();
        }
    }

    /** The same number for each example, {@code [N, 1]}. */
    private static INDArray column(INDArray examples, double value) {
        return Nd4j.valueArrayOf(new long[] {examples.size(0), 1}, value, examples.dataType());
    }
}
