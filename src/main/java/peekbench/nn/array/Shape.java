package peekbench.nn.array;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * The shape of one example, without the batch: {@code [C, H, W]} for images, {@code [F]} for vectors.
 *
 * @param dimensions sizes, each at least 1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Shape(List<Long> dimensions) {
    public Shape {
        dimensions = List.copyOf(dimensions);
        if (dimensions.isEmpty() || dimensions.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("A shape needs sizes of at least 1; got " + dimensions + ".");
        }
    }

    public static Shape of(long... dimensions) {
        return new Shape(Arrays.stream(dimensions).boxed().toList());
    }

    /** The shape of one example of a batch {@code [N, …]}. */
    public static Shape ofExample(long[] batchShape) {
        return of(Arrays.copyOfRange(batchShape, 1, batchShape.length));
    }

    /** Whether the examples of a batch {@code [N, …]} have this shape. */
    public boolean isThatOfExamples(long[] batchShape) {
        boolean same = batchShape.length == rank() + 1;
        for (int axis = 0; axis < rank() && same; axis++) {
            same = batchShape[axis + 1] == dimensions.get(axis);
        }
        return same;
    }

    public int rank() {
        return dimensions.size();
    }

    /** The size along an axis, as an int: axis 0 is the channels of an image. */
    public int size(int axis) {
        return Math.toIntExact(dimensions.get(axis));
    }

    /** How many numbers one example has. */
    public int length() {
        long length = 1;
        for (long size : dimensions) {
            length = Math.multiplyExact(length, size);
        }
        return Math.toIntExact(length);
    }

    /** Whether this is {@code [C, H, W]}. */
    public boolean isImage() {
        return rank() == 3;
    }

    /** {@code [N, …]}. */
    public long[] withBatch(long examples) {
        long[] shape = new long[rank() + 1];
        shape[0] = examples;
        for (int axis = 0; axis < rank(); axis++) {
            shape[axis + 1] = dimensions.get(axis);
        }
        return shape;
    }

    @Override
    public String toString() {
        return dimensions.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }
}
