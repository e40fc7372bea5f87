package peekbench.nn.model;

import com.google.auto.service.AutoService;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Dropout;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.MaxPooling;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;

/**
 * AlexNet for images of 32x32 pixels: convolutions 11x11 (stride 4) to 64 maps, 5x5 to 192, 3x3 to 384, 256 and 256, a
 * pooling 2x2 after the first, second and fifth, and one dense layer.
 *
 * <p>Deviations from the paper, as in the version for CIFAR that is common today: the first convolution is padded by 5,
 * maps are those of the single-processor version, windows of pooling do not overlap, there is no local response
 * normalisation, and two of the three dense layers, which hold most of the paper's weights, are gone.
 *
 * @param dropout rate before the dense layer; 0 leaves that layer out
 */
@Paper(
        authors = "Krizhevsky, Sutskever, Hinton",
        title = "ImageNet Classification with Deep Convolutional Neural Networks",
        year = 2012,
        venue = "NIPS",
        section = "3.5")
@Name("alexnet")
@Summary("AlexNet, its version for images of 32x32 pixels or more")
public record AlexNet(
        @Default("0") @Summary("rate of dropout before the dense layer")
        double dropout) implements ModelOptions {
    /** Smaller images leave nothing for the third pooling. */
    private static final int SMALLEST_SIDE = 29;

    /** @throws peekbench.problem.ConfigurationException when the rate is no probability below 1 */
    public AlexNet {
        Problems problems = new Problems();
        problems.inRange("dropout", dropout, 0, Dropout.HIGHEST);
        problems.throwIfAny();
    }

    @Override
    public Architecture architecture(Shape input, int outputs) {
        ImageInput.check("alexnet", SMALLEST_SIDE, input);
        Architecture.Builder builder = new Architecture.Builder()
                .add("conv1", new Convolution(64, 11, 4, 5))
                .add("relu1", Activation.RELU)
                .add("pool1", new MaxPooling(2, 2))
                .add("conv2", new Convolution(192, 5, 1, 2))
                .add("relu2", Activation.RELU)
                .add("pool2", new MaxPooling(2, 2))
                .add("conv3", new Convolution(384, 3, 1, 1))
                .add("relu3", Activation.RELU)
                .add("conv4", new Convolution(256, 3, 1, 1))
                .add("relu4", Activation.RELU)
                .add("conv5", new Convolution(256, 3, 1, 1))
                .add("relu5", Activation.RELU)
                .add("pool3", new MaxPooling(2, 2))
                .add("flatten", new Flatten());
        if (dropout > 0) {
            builder.add("dropout", new Dropout(dropout));
        }
        return builder.add("fc1", new Dense(outputs)).build("alexnet", input);
    }

    /** Puts it into the catalogue. */
    @AutoService(ModelProvider.class)
    public record Provider() implements ModelProvider {}
}
