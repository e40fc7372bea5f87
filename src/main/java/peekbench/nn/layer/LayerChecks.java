package peekbench.nn.layer;

import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;

/** Checks that layers of several kinds make of their input's shape. */
final class LayerChecks {
    private LayerChecks() {}

    static void image(String layer, Shape input) {
        if (!input.isImage()) {
            throw new ConfigurationException(layer + " needs an input of channels, height and width; it gets (" + input
                    + "). Put a reshape before it or use a dense layer.");
        }
    }

    static void sequence(String layer, Shape input) {
        if (input.rank() != 2) {
            throw new ConfigurationException(layer + " needs an input of steps and features; it gets (" + input
                    + "). Put a row sequence or a reshape before it.");
        }
    }

    static void window(String layer, int kernel, int padding, Shape input) {
        int smallest = Math.min(input.size(1), input.size(2));
        if (smallest + 2 * padding < kernel) {
            throw new ConfigurationException(layer + " of kernel (" + kernel + ") and padding (" + padding
                    + ") does not fit an input of (" + input + "); height and width must be at least "
                    + (kernel - 2 * padding) + ". Use larger images or a cut of a smaller model.");
        }
    }
}
