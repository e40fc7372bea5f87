package peekbench.protocol.schedule;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a client has of the data: the records of its own batches and no others. */
public interface LocalRecords {

    /**
     * A batch of the client's.
     *
     * @param inputs {@code [N, …]}
     * @param targets {@code [N, outputs]}
     */
    record Batch(INDArray inputs, INDArray targets) {
        public int size() {
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

    /**
     * All records of the client that have labels, as one batch.
     *
     * @throws IllegalStateException when there are none
     */
    default Batch labelled() {
        List<INDArray> inputs = new ArrayList<>();
        List<INDArray> targets = new ArrayList<>();
        for (int number = 0; number < batches(1); number++) {
            Batch batch = batch(1, number);
            inputs.add(batch.inputs());
            targets.add(batch.targets());
        }
        if (inputs.isEmpty()) {
            throw new IllegalStateException("A party without records was asked for them.");
        }
        return new Batch(
                Nd4j.concat(0, inputs.toArray(new INDArray[0])), Nd4j.concat(0, targets.toArray(new INDArray[0])));
    }
}
