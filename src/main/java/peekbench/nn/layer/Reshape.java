package peekbench.nn.layer;

import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;

/**
 * Gives examples another shape of the same length, in C order.
 *
 * @param target the shape of an output example
 */
public record Reshape(Shape target) implements LayerSpec {
    @Override
    public Shape outputShape(Shape input) {
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
        return new ReshapeLayer(input, target);
    }
}
