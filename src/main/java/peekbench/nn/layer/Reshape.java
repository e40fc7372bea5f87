package peekbench.nn.layer;

import java.util.List;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.Summary;

/**
 * Gives examples another shape of the same length, in C order.
 *
 * @param shape the shape of an output example
 */
@Summary("another shape of the same length")
public record Reshape(
        @Summary("sizes of an example, as in [28, 28]") List<Long> shape) implements LayerSpec {
    public Reshape {
        shape = List.copyOf(shape);
        Problems problems = new Problems();
        if (shape.isEmpty()) {
            problems.add("shape", "is an empty list; it must have the sizes of an example, as in [28, 28].");
        }
        for (int axis = 0; axis < shape.size(); axis++) {
            problems.atLeast("shape[" + axis + "]", shape.get(axis), 1);
        }
        problems.throwIfAny();
    }

    public Reshape(Shape target) {
        this(target.dimensions());
    }

    private Shape target() {
        return new Shape(shape);
    }

    @Override
    public Shape outputShape(Shape input) {
        Shape target = target();
        if (input.length() != target.length()) {
            throw new ConfigurationException("A reshape to (" + target + ") needs " + target.length()
                    + " numbers an example; it gets (" + input + "), that is " + input.length() + ".");
        }
        return target;
    }

    /** None: the numbers stay where they are. */
    @Override
    public long forwardFlops(Shape input) {
        return 0;
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new ReshapeLayer(input, target());
    }
}
