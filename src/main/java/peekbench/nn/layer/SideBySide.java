package peekbench.nn.layer;

import java.util.List;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;

/**
 * Members of one architecture, each with weights of its own, at work side by side on runs of one vector: {@code y_k =
 * f_k(x_k)} with {@code x = [x_1, …, x_m]}, {@code [N, m F]}, and {@code y = [y_1, …, y_m]}. A member takes its run as an
 * example of its input shape and its output is flattened, channels first, rows before columns.
 *
 * <p>Parameters and buffers are those of the members, one after the other.
 *
 * @param layers of each member, in order
 * @param member the shape of one member's input
 * @param members m
 */
public record SideBySide(List<NamedLayer> layers, Shape member, int members) implements LayerSpec {
    public SideBySide {
        layers = List.copyOf(layers);
        if (members < 1) {
            throw new ConfigurationException(
                    "There are " + members + " members side by side; there must be at least 1.");
        }
    }

    /** What the joined inputs are: {@code [m F]}. */
    public Shape joinedInput() {
        return Shape.of((long) members * member.length());
    }

    @Override
    public Shape outputShape(Shape input) {
        if (!input.equals(joinedInput())) {
            throw new ConfigurationException("The " + members + " members of (" + member + ") take vectors of ("
                    + joinedInput() + "); the input is (" + input + "). Join their inputs first.");
        }
        return Shape.of((long) members * sequence().output().length());
    }

    LayerSequence sequence() {
        return new LayerSequence(layers, member);
    }

    @Override
    public int parameterCount(Shape input) {
        return Math.multiplyExact(members, sequence().parameterCount());
    }

    @Override
    public int bufferCount(Shape input) {
        return Math.multiplyExact(members, sequence().bufferCount());
    }

    @Override
    public long forwardFlops(Shape input) {
        return members * sequence().forwardFlops();
    }

    @Override
    public long backwardFlops(Shape input, boolean inputGradientWanted) {
        return members * sequence().backwardFlops(inputGradientWanted);
    }

    @Override
    public boolean treatsExamplesAlone() {
        return layers.stream().allMatch(layer -> layer.spec().treatsExamplesAlone());
    }

    @Override
    public LayerSpec withoutWeights() {
        return new SideBySide(NamedLayer.withoutWeights(layers), member, members);
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new SideBySideLayer(this, precision);
    }
}
