package peekbench.protocol.schedule;

import java.util.List;

/** The mini-batches of one party. */
@FunctionalInterface
public interface BatchSource {
    /**
     * The records of each batch, in order.
     *
     * @param epoch from 1
     */
    List<int[]> epoch(int epoch);

    /** How many batches an epoch has. */
    default int count(int epoch) {
        return epoch(epoch).size();
    }

    /** The batches of an epoch that have labels. */
    default List<int[]> labelled(int epoch) {
        return epoch(epoch);
    }
}
