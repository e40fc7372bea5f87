package peekbench.nn;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.memory.Memory;

/** The channels of feature maps {@code [N, C, H, W]}, or the numbers of vectors {@code [N, C]}. */
public final class Channels {
    private Channels() {}

    /** How many there are. */
    public static int count(INDArray examples) {
        return Math.toIntExact(examples.size(1));
    }

    /**
     * Copies channels.
     *
     * @param examples {@code [N, C, …]}, float32 or float64
     * @param order which, in order: channel i of the result is channel {@code order[i]} of the examples
     * @return {@code [N, order.length, …]}
     */
    public static INDArray inOrder(INDArray examples, int... order) {
        Memory source = Memory.of(Memory.dense(examples));
        int channels = count(examples);
        int examplesCount = Math.toIntExact(examples.size(0));
        int run = source.length() / Math.max(1, examplesCount * channels);
        long[] shape = examples.shape().clone();
        shape[1] = order.length;
        INDArray picked = Nd4j.createUninitialized(examples.dataType(), shape);
        Memory target = Memory.of(picked);
        for (int n = 0; n < examplesCount; n++) {
            for (int i = 0; i < order.length; i++) {
                source.copy((n * channels + order[i]) * run, target, (n * order.length + i) * run, run);
            }
        }
        return picked;
    }
}
