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
import peekbench.nn.layer.IdentityShortcut;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.Residual;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;

/**
 * The residual network of 20 layers with weights for small images: a 3x3 convolution to 16 maps, three stages of three
 * blocks with 16, 32 and 64 maps, the mean of each map and a dense layer. A block is two 3x3 convolutions with batch
 * normalisation; the first of the second and third stage halves the image.
 *
 * <p>Deviation from the paper: initial weights are Xavier's, not He's.
 *
 * @param projection false for the paper's shortcuts without parameters (option A), true for 1x1 convolutions with batch
 *     normalisation where a block changes the shape (option B)
 */
@Paper(
        authors = "He, Zhang, Ren, Sun",
        title = "Deep Residual Learning for Image Recognition",
        year = 2016,
        venue = "CVPR",
        section = "4.2, n = 3")
@Name("resnet20")
@Summary("ResNet-20 for small images, cut between blocks")
public record ResNet20(
        @Default("false") @Summary("1x1 convolutions on shortcuts that change the shape, in place of zeros")
        boolean projection)
        implements ModelOptions {
    private static final int STAGES = 3;
    private static final int BLOCKS = 3;
    private static final int WIDTH = 16;
    private static final int SMALLEST_SIDE = 4;

    @Override
    public Architecture architecture(Shape input, int outputs) {
        ImageInput.check("resnet20", SMALLEST_SIDE, input);
        Architecture.Builder builder =
                new Architecture.Builder().addNormalized("1", new Convolution(WIDTH, 3, 1, 1, false), Activation.RELU);
        for (int stage = 1; stage <= STAGES; stage++) {
            for (int block = 1; block <= BLOCKS; block++) {
                int stride = stage > 1 && block == 1 ? 2 : 1;
                builder.add("block" + stage + "-" + block, block(WIDTH << (stage - 1), stride));
            }
        }
        return builder.add("pool", new GlobalAveragePooling())
                .add("fc1", new Dense(outputs))
                .build("resnet20", input);
    }

    private Residual block(int width, int stride) {
        List<NamedLayer> main = new Architecture.Builder()
                .addNormalized("1", new Convolution(width, 3, stride, 1, false), Activation.RELU)
                .add("conv2", new Convolution(width, 3, 1, 1, false))
                .add("norm2", new BatchNormalization())
                .layers();
        return new Residual(main, shortcut(width, stride), Optional.of(Activation.RELU));
    }

    private List<NamedLayer> shortcut(int width, int stride) {
        if (stride == 1) {
            return List.of();
        }
        if (!projection) {
            return List.of(new NamedLayer("pick", new IdentityShortcut(width, stride)));
        }
        return new Architecture.Builder()
                .add("conv", new Convolution(width, 1, stride, 0, false))
                .add("norm", new BatchNormalization())
                .layers();
    }

    /** Puts it into the catalogue. */
    @AutoService(ModelProvider.class)
    public record Provider() implements ModelProvider {}
}
