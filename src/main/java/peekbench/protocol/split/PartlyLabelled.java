package peekbench.protocol.split;

import java.util.ArrayList;
import java.util.List;
import peekbench.protocol.schedule.BatchSource;

/** A client's batches of which some have labels, spread evenly over the epoch. */
final class PartlyLabelled implements BatchSource {
    private final BatchSource labelled;
    private final BatchSource unlabelled;

    PartlyLabelled(BatchSource labelled, BatchSource unlabelled) {
        this.labelled = labelled;
        this.unlabelled = unlabelled;
    }

    @Override
    public List<int[]> epoch(int epoch) {
        List<int[]> with = labelled.epoch(epoch);
        List<int[]> without = unlabelled.epoch(epoch);
        List<int[]> all = new ArrayList<>();
        int labels = 0;
        for (int number = 0; number < count(epoch); number++) {
            all.add(isLabelled(number) ? with.get(labels++) : without.get(number - labels));
        }
        return all;
    }

    @Override
    public int count(int epoch) {
        return labelled.count(epoch) + unlabelled.count(epoch);
    }

    @Override
    public List<int[]> labelled(int epoch) {
        return labelled.epoch(epoch);
    }

    /** Whether a batch has labels: number n does where {@code (n + 1) L / B} reaches the next whole number. */
    boolean isLabelled(int number) {
        long labels = labelled.count(1);
        long batches = count(1);
        return (number + 1) * labels / batches > number * labels / batches;
    }
}
