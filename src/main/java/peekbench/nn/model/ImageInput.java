package peekbench.nn.model;

import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;

/** The check of networks whose layers would only say what is left of the image when it has become too small. */
final class ImageInput {
    private ImageInput() {}

    /** @throws ConfigurationException when the input is no image, or one of smaller sides */
    static void check(String model, int smallestSide, Shape input) {
        if (!input.isImage() || Math.min(input.size(1), input.size(2)) < smallestSide) {
            throw new ConfigurationException("The model (" + model + ") needs images of channels, height and width, "
                    + smallestSide + " or more pixels high and wide; it gets (" + input
                    + "). Use larger images, or a smaller model such as lenet5.");
        }
    }
}
