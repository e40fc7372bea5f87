package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Memory;

/** Joined copies of an example and what they add up to: each is the way back through the other. */
final class Copies {
    private final int times;
    private final int length;
    private final Chunks chunks;
    private final BatchBuffer joined;
    private final BatchBuffer sums;

    /**
     * @param example the shape of one example, which its copies lose
     */
    Copies(int times, Shape example, Precision precision) {
        this.times = times;
        this.length = example.length();
        this.chunks = Chunks.of(precision);
        this.joined = new BatchBuffer(Shape.of((long) times * length), precision);
        this.sums = new BatchBuffer(example, precision);
    }

    /** {@code factor} times {@code [N, …]}, joined to {@code [N, times F]}. */
    INDArray spread(INDArray examples, double factor) {
        int count = Math.toIntExact(examples.size(0));
        Memory from = Memory.of(examples);
        Memory to = joined.of(count);
        for (int copy = 0; copy < count * times; copy++) {
            from.copy(copy / times * length, to, copy * length, length);
        }
        return scaled(to, factor);
    }

    /** {@code factor} times the sum {@code [N, …]} of the copies in {@code [N, times F]}. */
    INDArray sum(INDArray copies, double factor) {
        int count = Math.toIntExact(copies.size(0));
        Memory from = Memory.of(copies);
        Memory to = sums.of(count);
        to.fill(0, to.length(), 0);
        for (int copy = 0; copy < count * times; copy++) {
            chunks.add(from, copy * length, to, copy / times * length, length);
        }
        return scaled(to, factor);
    }

    private static INDArray scaled(Memory numbers, double factor) {
        if (factor != 1) {
            numbers.scale(factor);
        }
        return numbers.array();
    }
}
