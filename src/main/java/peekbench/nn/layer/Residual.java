package peekbench.nn.layer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Paper;
import peekbench.registry.Summary;

/**
 * A block of two paths whose outputs are added, {@code y = f(main(x) + shortcut(x))}: one layer of a network, so that no cut
 * can fall inside it.
 *
 * <p>Parameters and buffers are those of the main path, layer after layer, followed by those of the shortcut.
 *
 * @param main the layers of the main path, in order; at least one
 * @param shortcut the layers beside it; none passes the input on as it is
 * @param activation f; none leaves the sum as it is
 */
@Paper(
        authors = "He, Zhang, Ren, Sun",
        title = "Deep Residual Learning for Image Recognition",
        year = 2016,
        venue = "CVPR",
        section = "3.2, Eq. 1 and 2")
@Summary("two paths that are added; one layer, so no cut falls inside")
public record Residual(
        @Summary("layers of the main path") List<NamedLayer> main,

        @Default("[]") @Summary("layers beside it; none passes the input on")
        List<NamedLayer> shortcut,

        @Summary("function of the sum") Optional<Activation> activation)
        implements LayerSpec {
    public Residual {
        main = List.copyOf(main);
        shortcut = List.copyOf(shortcut);
        Problems problems = new Problems();
        NamedLayer.checkDistinct("main", main, problems);
        NamedLayer.checkDistinct("shortcut", shortcut, problems);
        problems.throwIfAny();
        if (main.isEmpty()) {
            throw new ConfigurationException("A residual block has no layers on its main path; it needs at least 1.");
        }
    }

    @Override
    public Shape outputShape(Shape input) {
        Shape ofMain = path("main", main, input).output();
        Shape ofShortcut = path("shortcut", shortcut, input).output();
        if (!ofMain.equals(ofShortcut)) {
            throw new ConfigurationException("A residual block adds its paths, but the main path gives (" + ofMain
                    + ") and the shortcut (" + ofShortcut + ") for an input of (" + input
                    + "). Put a convolution with the same channels and stride on the shortcut.");
        }
        return ofMain;
    }

    private static LayerSequence path(String name, List<NamedLayer> layers, Shape input) {
        Shape shape = input;
        for (NamedLayer layer : layers) {
            try {
                shape = layer.spec().outputShape(shape);
            } catch (ConfigurationException e) {
                throw new ConfigurationException(
                        "Its layer (" + layer.name() + ") on the " + name + " path: " + e.getMessage());
            }
        }
        return new LayerSequence(layers, input);
    }

    @Override
    public int parameterCount(Shape input) {
        return new LayerSequence(main, input).parameterCount() + new LayerSequence(shortcut, input).parameterCount();
    }

    @Override
    public int bufferCount(Shape input) {
        return new LayerSequence(main, input).bufferCount() + new LayerSequence(shortcut, input).bufferCount();
    }

    /** Those of both paths, an addition a number of the sum, and the activation. */
    @Override
    public long forwardFlops(Shape input) {
        return new LayerSequence(main, input).forwardFlops()
                + new LayerSequence(shortcut, input).forwardFlops()
                + outputFlops(input);
    }

    /** Those of both paths and of the activation, and an addition a number of the input's gradient where it is wanted. */
    @Override
    public long backwardFlops(Shape input, boolean inputGradientWanted) {
        return new LayerSequence(main, input).backwardFlops(inputGradientWanted)
                + new LayerSequence(shortcut, input).backwardFlops(inputGradientWanted)
                + activation
                        .map(function -> function.forwardFlops(outputShape(input)))
                        .orElse(0L)
                + (inputGradientWanted ? input.length() : 0);
    }

    private long outputFlops(Shape input) {
        Shape sum = outputShape(input);
        return sum.length()
                + activation.map(function -> function.forwardFlops(sum)).orElse(0L);
    }

    @Override
    public boolean treatsExamplesAlone() {
        return Stream.of(main, shortcut)
                .flatMap(List::stream)
                .allMatch(layer -> layer.spec().treatsExamplesAlone());
    }

    @Override
    public LayerSpec withoutWeights() {
        return new Residual(NamedLayer.withoutWeights(main), NamedLayer.withoutWeights(shortcut), activation);
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new ResidualLayer(this, input, precision);
    }
}
