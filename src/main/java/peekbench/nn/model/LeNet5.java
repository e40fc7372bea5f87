package peekbench.nn.model;

import com.google.auto.service.AutoService;
import java.util.List;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.MaxPooling;
import peekbench.nn.layer.NamedLayer;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;

/**
 * LeNet-5 with ReLU: convolution 5x5 to 6 maps, pooling 2x2, convolution 5x5 to 16 maps, pooling 2x2, dense 120,
 * dense 84, dense outputs.
 *
 * <p>Deviations from the paper, as in today's usage and in Ioannidou and Straathof 2020, section 3.2: ReLU in place
 * of scaled tanh, maximum in place of trainable mean pooling, full connection between the convolutions, a linear output in
 * place of radial basis functions; 28x28 images are padded by 2 to the paper's 32x32.
 */
@Paper(
        authors = "LeCun, Bottou, Bengio, Haffner",
        title = "Gradient-based learning applied to document recognition",
        year = 1998,
        venue = "Proceedings of the IEEE 86(11)",
        section = "II-B")
@Name("lenet5")
@Summary("LeNet-5 with ReLU and max pooling for images of 28x28 or 32x32 pixels")
public record LeNet5() implements ModelOptions {
    private static final int PAPER_SIDE = 32;

    @Override
    public Architecture architecture(Shape input, int outputs) {
        return new Architecture("lenet5", input, layers(input, outputs));
    }

    static List<NamedLayer> layers(Shape input, int outputs) {
        int padding = input.isImage() && input.size(1) < PAPER_SIDE ? 2 : 0;
        return new Architecture.Builder()
                .add("conv1", new Convolution(6, 5, 1, padding))
                .add("relu1", Activation.RELU)
                .add("pool1", new MaxPooling(2, 2))
                .add("conv2", new Convolution(16, 5, 1, 0))
                .add("relu2", Activation.RELU)
                .add("pool2", new MaxPooling(2, 2))
                .add("flatten", new Flatten())
                .add("fc1", new Dense(120))
                .add("relu3", Activation.RELU)
                .add("fc2", new Dense(84))
                .add("relu4", Activation.RELU)
                .add("fc3", new Dense(outputs))
                .layers();
    }

    /** Puts it into the catalogue. */
    @AutoService(ModelProvider.class)
    public record Provider() implements ModelProvider {}
}
