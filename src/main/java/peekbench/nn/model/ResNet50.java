package peekbench.nn.model;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.BatchNormalization;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.GlobalAveragePooling;
import peekbench.nn.layer.MaxPooling;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.Residual;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;

/**
 * The residual network of 50 layers with weights: a stem to 64 maps, stages of 3, 4, 6 and 3 bottlenecks, the mean of each
 * map and a dense layer. A bottleneck is a 1x1 convolution to 64, 128, 256 or 512 maps, a 3x3 and a 1x1 to four times as
 * many, each with batch normalisation; the first of each stage has a 1x1 convolution on its shortcut (option B).
 *
 * <p>Deviations from the paper: a stage halves the image in the 3x3 convolution of its first bottleneck, not in the 1x1
 * before it, as in PyTorch's catalogue; initial weights are Xavier's, not He's.
 *
 * @param stem what comes before the first stage
 */
@Paper(
        authors = "He, Zhang, Ren, Sun",
        title = "Deep Residual Learning for Image Recognition",
        year = 2016,
        venue = "CVPR",
        section = "table 1")
@Name("resnet50")
@Summary("ResNet-50 with bottlenecks, cut between blocks")
public record ResNet50(
        @Default("small-images") @Summary("what comes before the first stage")
        Stem stem) implements ModelOptions {
    private static final int[] BLOCKS = {3, 4, 6, 3};
    private static final int WIDTH = 64;
    private static final int EXPANSION = 4;
    private static final int SMALLEST_SIDE = 8;

    /** How images reach the first stage. */
    public enum Stem {
        /** A 3x3 convolution of stride 1, for images such as CIFAR's. */
        SMALL_IMAGES,
        /** The paper's 7x7 convolution of stride 2 and 3x3 pooling of stride 2, for images of 224x224. */
        LARGE_IMAGES
    }

    @Override
    public Architecture architecture(Shape input, int outputs) {
        ImageInput.check("resnet50", SMALLEST_SIDE, input);
        boolean large = stem == Stem.LARGE_IMAGES;
        Architecture.Builder builder = new Architecture.Builder()
                .addNormalized(
                        "1",
                        large ? new Convolution(WIDTH, 7, 2, 3, false) : new Convolution(WIDTH, 3, 1, 1, false),
                        Activation.RELU);
        if (large) {
            builder.add("pool1", new MaxPooling(3, 2, 1));
        }
        for (int stage = 1; stage <= BLOCKS.length; stage++) {
            for (int block = 1; block <= BLOCKS[stage - 1]; block++) {
                int stride = stage > 1 && block == 1 ? 2 : 1;
                builder.add("block" + stage + "-" + block, bottleneck(WIDTH << (stage - 1), stride, block == 1));
            }
        }
        return builder.add("pool", new GlobalAveragePooling())
                .add("fc1", new Dense(outputs))
                .build("resnet50", input);
    }

    private static Residual bottleneck(int width, int stride, boolean projected) {
        List<NamedLayer> main = new Architecture.Builder()
                .addNormalized("1", new Convolution(width, 1, 1, 0, false), Activation.RELU)
                .addNormalized("2", new Convolution(width, 3, stride, 1, false), Activation.RELU)
                .add("conv3", new Convolution(EXPANSION * width, 1, 1, 0, false))
                .add("norm3", new BatchNormalization())
                .layers();
        List<NamedLayer> shortcut = new Architecture.Builder()
                .add("conv", new Convolution(EXPANSION * width, 1, stride, 0, false))
                .add("norm", new BatchNormalization())
                .layers();
        return new Residual(main, projected ? shortcut : List.of(), Optional.of(Activation.RELU));
    }

    /** Puts it into the catalogue. */
    @AutoService(ModelProvider.class)
    public record Provider() implements ModelProvider {}
}
