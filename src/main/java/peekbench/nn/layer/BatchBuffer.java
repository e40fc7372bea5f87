package peekbench.nn.layer;

import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Memory;

/** Reused memory of a layer for batches {@code [N, …]}: grows to the largest batch seen, smaller ones are views of it. */
final class BatchBuffer {
    private final Shape example;
    private final Precision precision;
    private final Map<Integer, Memory> views = new HashMap<>();
    private int capacity;
    private INDArray block;

    BatchBuffer(Shape example, Precision precision) {
        this.example = example;
        this.precision = precision;
        this.block = Nd4j.empty(precision.dataType());
    }

    /** Memory for a batch of that many examples; new memory is zero, used memory keeps what the last batch left. */
    Memory of(int examples) {
        if (examples > capacity) {
            capacity = examples;
            block = Nd4j.create(precision.dataType(), (long) examples * example.length());
            views.clear();
        }
        return views.computeIfAbsent(examples, this::view);
    }

    private Memory view(int examples) {
        return Memory.of(Memory.part(block, 0, example.withBatch(examples)));
    }
}
