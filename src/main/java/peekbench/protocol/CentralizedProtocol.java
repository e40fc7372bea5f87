package peekbench.protocol;

import java.util.OptionalDouble;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.channel.Traffic;
import peekbench.nn.LossAndGradient;
import peekbench.nn.OptimizerState;
import peekbench.nn.Segment;
import peekbench.problem.ConfigurationException;

/** Runs {@link Centralized}. */
final class CentralizedProtocol implements Protocol {
    private final Centralized options;

    CentralizedProtocol(Centralized options) {
        this.options = options;
    }

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        rejectDefenses(setup);
        BatchSchedule schedule =
                new SplitParties(setup).schedule(options.orderOfClients(), ClientOrder.ROUND_ROBIN_BY_BATCH);
        return train(setup, observer, schedule::inOrder);
    }

    private static void rejectDefenses(TrainingSetup setup) {
        if (!setup.defenses().isEmpty()) {
            throw new ConfigurationException("The protocol (centralized) cannot train with defenses, since nothing is"
                    + " sent that they could protect; the scenario gives it "
                    + setup.defenses().size()
                    + ". Use vanilla-split with 1 client, which trains alike, or no defense.");
        }
    }

    /** Training on these batches. */
    TrainedNetwork train(TrainingSetup setup, TrainingObserver observer, BatchSource batches) {
        SplitParties parties = new SplitParties(setup);
        Segment whole = setup.wholeSegment();
        OptimizerState optimizer = setup.training().optimizer().start(whole);
        NetworkTest test = parties.test();
        for (int epoch = 1; epoch <= setup.training().epochs(); epoch++) {
            EpochClock clock = new EpochClock();
            double lossSum = 0;
            long count = 0;
            for (int[] batch : batches.epoch(epoch)) {
                lossSum += step(setup, whole, optimizer, batch) * batch.length;
                count += batch.length;
            }
            double seconds = clock.seconds();
            NetworkTest.Marks marks = test.of(split(setup, parties, whole));
            observer.epoch(new EpochReport(
                    epoch,
                    lossSum / count,
                    marks.loss(),
                    marks.accuracy(),
                    seconds,
                    Traffic.NONE,
                    OptionalDouble.empty()));
        }
        return split(setup, parties, whole);
    }

    private static double step(TrainingSetup setup, Segment whole, OptimizerState optimizer, int[] batch) {
        INDArray outputs = whole.forward(setup.dataset().inputs(batch, setup.precision()));
        LossAndGradient result = setup.loss().of(outputs, setup.dataset().targets(batch, setup.precision()));
        whole.backwardParameters(result.gradient());
        optimizer.step();
        return result.loss();
    }

    private static TrainedNetwork split(TrainingSetup setup, SplitParties parties, Segment whole) {
        Segment front = setup.frontSegment();
        Segment back = setup.backSegment();
        int border = front.parameterCount();
        if (border > 0) {
            front.parameters().assign(whole.parameters().get(NDArrayIndex.interval(0, border)));
        }
        back.parameters().assign(whole.parameters().get(NDArrayIndex.interval(border, whole.parameterCount())));
        return parties.network(front, back);
    }
}
