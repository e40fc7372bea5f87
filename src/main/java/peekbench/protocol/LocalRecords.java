package peekbench.protocol;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What a client has of the data: the records of its own batches and no others. */
interface LocalRecords {

    /**
     * A batch of the client's.
     *
     * @param inputs {@code [N, …]}
     * @param targets {@code [N, outputs]}
     */
    record Batch(INDArray inputs, INDArray targets) {
        int size() {
            return Math.toIntExact(inputs.size(0));
        }
    }

    /** How many batches an epoch has. */
    int batches(int epoch);

    /**
     * One batch.
     *
     * @param epoch from 1
     * @param number of the batch in it, from 0
     */
    Batch batch(int epoch, int number);
}
