package peekbench.protocol.engine;

import java.util.DoubleSummaryStatistics;
import java.util.OptionalDouble;

/** What a training measures of itself in an epoch. */
public final class TrainingMeter {
    private final MeanLoss task = new MeanLoss();
    private final MeanLoss ofClients = new MeanLoss();
    private DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
    private OptionalDouble privacySpent = OptionalDouble.empty();

    /** Takes note of a batch's mean task loss. */
    public void loss(double loss, long batch) {
        task.add(loss, batch);
    }

    /** Takes note of a batch's mean loss that a client trains on by itself. */
    public void clientLoss(double loss, long batch) {
        ofClients.add(loss, batch);
    }

    /** Takes note of what a loss-side defense measured in a batch. */
    public void defenseStatistic(double statistic) {
        statistics.accept(statistic);
    }

    /** Takes note of the ε that one party's steps have spent so far. */
    void privacySpent(double epsilon) {
        privacySpent = OptionalDouble.of(Math.max(epsilon, privacySpent.orElse(0)));
    }

    /** The ε that was spent so far on the records of whichever party has spent most. */
    OptionalDouble privacySpent() {
        return privacySpent;
    }

    /** The mean task loss over the records since the last call; where there is none, that of clients; NaN after neither. */
    double takeLoss() {
        double ofTask = task.take();
        double otherwise = ofClients.take();
        return Double.isNaN(ofTask) ? otherwise : ofTask;
    }

    /** The mean of what defenses measured since the last call. */
    OptionalDouble takeDefenseStatistic() {
        OptionalDouble mean =
                statistics.getCount() == 0 ? OptionalDouble.empty() : OptionalDouble.of(statistics.getAverage());
        statistics = new DoubleSummaryStatistics();
        return mean;
    }

    /** A mean over records. */
    private static final class MeanLoss {
        private double sum;
        private long records;

        void add(double loss, long batch) {
            sum += loss * batch;
            records += batch;
        }

        double take() {
            double mean = records == 0 ? Double.NaN : sum / records;
            sum = 0;
            records = 0;
            return mean;
        }
    }
}
