package peekbench.nn;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.memory.Memory;

/** Picks examples out of arrays, far faster than ND4J's own row access. */
public final class Rows {
    private Rows() {}

    /**
     * Copies examples.
     *
     * @param examples {@code [N, …]}, float32 or float64
     * @param indices which, in order
     * @return {@code [indices.length, …]}
     */
    public static INDArray of(INDArray examples, int... indices) {
        Memory source = Memory.of(Memory.dense(examples));
        int length = source.length() / Math.max(1, Math.toIntExact(examples.size(0)));
        INDArray picked = Nd4j.createUninitialized(examples.dataType(), shape(examples, indices.length));
        Memory target = Memory.of(picked);
        for (int i = 0; i < indices.length; i++) {
            source.copy(indices[i] * length, target, i * length, length);
        }
        return picked;
    }

    /**
     * A view of the examples from one on, up to another and without that: writing to it changes the examples where they are
     * dense in C order.
     *
     * @return {@code [to - from, …]}; the array itself where that is all
     */
    static INDArray range(INDArray examples, long from, long to) {
        if (from == 0 && to == examples.size(0)) {
            return examples;
        }
        return Memory.part(
                Memory.dense(examples), from * (examples.length() / examples.size(0)), shape(examples, to - from));
    }

    private static long[] shape(INDArray examples, long count) {
        long[] shape = examples.shape().clone();
        shape[0] = count;
        return shape;
    }
}
