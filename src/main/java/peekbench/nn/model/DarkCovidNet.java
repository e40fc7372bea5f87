package peekbench.nn.model;

import com.google.auto.service.AutoService;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.BatchNormalization;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.LeakyRelu;
import peekbench.nn.layer.MaxPooling;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;

/**
 * DarkCovidNet: 17 convolutions without bias, each with batch normalisation and a leaky ReLU of slope .1, five
 * poolings 2x2, and one dense layer on what arrives of the image. Groups of three are 3x3, 1x1 back to half the maps, and
 * 3x3.
 *
 * <p>After the authors' program, which differs from the usual reading of the paper's table: the 1x1 convolutions are
 * padded by 1, so that maps grow by two pixels (256x256 images end as 13x13), and the last convolution, to as many maps as
 * there are outputs, has its ReLU, without slope, before its batch normalisation. With 3x256x256 images and 2 outputs
 * it has the 1 164 434 parameters of the paper's table 2.
 */
@Paper(
        authors = "Ozturk, Talo, Yildirim, Baloglu, Yildirim, Acharya",
        title = "Automated detection of COVID-19 cases using deep neural networks with X-ray images",
        year = 2020,
        venue = "Computers in Biology and Medicine 121",
        section = "3, table 2")
@Name("darkcovidnet")
@Summary("DarkCovidNet, 17 convolutions with batch normalisation and leaky ReLU, for images of any size")
public record DarkCovidNet() implements ModelOptions {
    private static final LeakyRelu LEAKY_RELU = new LeakyRelu(.1);
    private static final int SMALLEST_SIDE = 4;

    @Override
    public Architecture architecture(Shape input, int outputs) {
        ImageInput.check("darkcovidnet", SMALLEST_SIDE, input);
        Architecture.Builder builder = new Architecture.Builder();
        wide(builder, 1, 8);
        builder.add("pool1", new MaxPooling(2, 2));
        wide(builder, 2, 16);
        builder.add("pool2", new MaxPooling(2, 2));
        triple(builder, 3, 32);
        builder.add("pool3", new MaxPooling(2, 2));
        triple(builder, 6, 64);
        builder.add("pool4", new MaxPooling(2, 2));
        triple(builder, 9, 128);
        builder.add("pool5", new MaxPooling(2, 2));
        triple(builder, 12, 256);
        narrow(builder, 15, 128);
        wide(builder, 16, 256);
        return builder.add("conv17", new Convolution(outputs, 3, 1, 1, false))
                .add("relu17", Activation.RELU)
                .add("norm17", new BatchNormalization())
                .add("flatten", new Flatten())
                .add("fc1", new Dense(outputs))
                .build("darkcovidnet", input);
    }

    private static void triple(Architecture.Builder builder, int first, int maps) {
        wide(builder, first, maps);
        narrow(builder, first + 1, maps / 2);
        wide(builder, first + 2, maps);
    }

    private static void wide(Architecture.Builder builder, int number, int maps) {
        builder.addNormalized(String.valueOf(number), new Convolution(maps, 3, 1, 1, false), LEAKY_RELU);
    }

    private static void narrow(Architecture.Builder builder, int number, int maps) {
        builder.addNormalized(String.valueOf(number), new Convolution(maps, 1, 1, 1, false), LEAKY_RELU);
    }

    /** Puts it into the catalogue. */
    @AutoService(ModelProvider.class)
    public record Provider() implements ModelProvider {}
}
