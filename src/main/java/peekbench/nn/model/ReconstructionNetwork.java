package peekbench.nn.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.Reshape;
import peekbench.nn.layer.Residual;
import peekbench.nn.layer.TransposedConvolution;

/**
 * The layers that turn smashed data of one shape into inputs of another, for attackers and for autoencoders. The last layer
 * is linear; who wants images clips them to [0, 1], which learns faster than a sigmoid under a squared error.
 *
 * <ul>
 *   <li>Feature maps as large as the image, or half as large: a convolution to more maps, transposed where it must enlarge
 *       them, and a convolution to the image. The last has the kernel and padding that make up for what is missing or too
 *       much, as after convolutions without padding. Wide and shallow learns faster here than narrow and deep.
 *   <li>Smaller maps and vectors of images: a dense layer to feature maps of a quarter of the image's side, which sees the
 *       whole example at once, then as above.
 *   <li>Tables: two dense layers.
 * </ul>
 *
 * <p>Residual blocks, where there are some, come before the maps are enlarged, which costs a quarter of what they would cost
 * behind it, or behind the first dense layer.
 */
public final class ReconstructionNetwork {
    private static final int LARGEST_FACTOR = 2;
    private static final int LARGEST_KERNEL = 7;
    private static final int KERNEL = 3;

    private final Width width;
    private final List<NamedLayer> layers = new ArrayList<>();
    private Shape shape;

    /**
     * How wide the network is.
     *
     * @param channels feature maps of the hidden convolution
     * @param hiddenUnits of the hidden dense layer
     * @param residualBlocks of two layers each
     */
    public record Width(int channels, int hiddenUnits, int residualBlocks) {
        /** A network without residual blocks. */
        public Width(int channels, int hiddenUnits) {
            this(channels, hiddenUnits, 0);
        }
    }

    private ReconstructionNetwork(Width width, Shape smashed) {
        this.width = width;
        this.shape = smashed;
    }

    /**
     * The layers of the network.
     *
     * @param smashed the shape of one example of smashed data, {@code [C, H, W]} or {@code [F]}
     * @param input the shape of one input, {@code [C, H, W]} or {@code [F]}
     */
    public static List<NamedLayer> layers(Width width, Shape smashed, Shape input) {
        ReconstructionNetwork network = new ReconstructionNetwork(width, smashed);
        if (!input.isImage()) {
            network.dense(input);
        } else if (fits(smashed, input) && factor(smashed, input) <= LARGEST_FACTOR) {
            network.convolutions(input);
        } else {
            network.denseMaps(input);
        }
        return List.copyOf(network.layers);
    }

    private static boolean fits(Shape smashed, Shape input) {
        return smashed.isImage()
                && missing(smashed, input, 1) == missing(smashed, input, 2)
                && Convolution.resizing(input.size(0), missing(smashed, input, 1))
                                .kernel()
                        <= LARGEST_KERNEL;
    }

    /** How many times larger the inputs are, rounded. */
    private static int factor(Shape smashed, Shape input) {
        return Math.max(1, Math.round((float) input.size(1) / smashed.size(1)));
    }

    /** Rows or columns that are missing after enlarging; negative when there are too many. */
    private static int missing(Shape smashed, Shape input, int axis) {
        return input.size(axis) - factor(smashed, input) * smashed.size(axis);
    }

    private void convolutions(Shape input) {
        int factor = factor(shape, input);
        int missing = missing(shape, input, 1);
        int channels = width.channels();
        boolean blocks = width.residualBlocks() > 0;
        if (factor == 1 || blocks) {
            add("encode", sameSize(channels));
            add("relu", Activation.RELU);
            residualBlocks(sameSize(channels));
        }
        if (factor > 1) {
            add("enlarge", new TransposedConvolution(channels, KERNEL * factor, factor, factor));
            add(blocks ? "enlarged-relu" : "relu", Activation.RELU);
        }
        add("output", Convolution.resizing(input.size(0), missing));
    }

    private static Convolution sameSize(int channels) {
        return new Convolution(channels, KERNEL, 1, KERNEL / 2);
    }

    /** {@code relu(x + layer(relu(layer(x))))} for each. */
    private void residualBlocks(LayerSpec layer) {
        for (int block = 1; block <= width.residualBlocks(); block++) {
            List<NamedLayer> main = List.of(
                    new NamedLayer("first", layer),
                    new NamedLayer("relu", Activation.RELU),
                    new NamedLayer("second", layer));
            add("block" + block, new Residual(main, List.of(), Optional.of(Activation.RELU)));
        }
    }

    private void denseMaps(Shape input) {
        if (shape.rank() > 1) {
            add("flatten", new Flatten());
        }
        Shape maps = Shape.of(width.channels(), quarter(input.size(1)), quarter(input.size(2)));
        if (fits(maps, input)) {
            add("dense", new Dense(maps.length()));
            add("dense-relu", Activation.RELU);
            add("maps", new Reshape(maps));
            convolutions(input);
        } else {
            dense(input);
            add("image", new Reshape(input));
        }
    }

    private static int quarter(int side) {
        return (side + 3) / 4;
    }

    private void dense(Shape input) {
        if (shape.rank() > 1) {
            add("flatten", new Flatten());
        }
        add("dense", new Dense(width.hiddenUnits()));
        add("dense-relu", Activation.RELU);
        residualBlocks(new Dense(width.hiddenUnits()));
        add("output", new Dense(input.length()));
    }

    private void add(String name, LayerSpec specification) {
        layers.add(new NamedLayer(name, specification));
        shape = specification.outputShape(shape);
    }
}
