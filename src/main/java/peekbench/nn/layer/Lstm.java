package peekbench.nn.layer;

import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.Problems;
import peekbench.registry.Paper;
import peekbench.registry.Summary;

/**
 * Long short-term memory: {@code [N, T, F]} to the states of all steps, {@code [N, T, H]}; {@link LastState} picks the
 * last. With the gates {@code i, f, o = σ(W x + b + U h + c)} and {@code g = tanh(W x + b + U h + c)}, the cell becomes
 * {@code f c + i g} and the state {@code o tanh(cell)}; both are 0 before the first step.
 *
 * <p>Deviation from the paper: the forget gate of Gers et al. 2000, as everywhere today.
 *
 * <p>Parameters are, with H the units, {@code [4 H, F]} weights of the input, {@code [4 H, H]} weights of the state, {@code
 * [4 H]} biases of the input and {@code [4 H]} biases of the state, gate after gate, in PyTorch's order and with its two
 * biases. All start uniform in {@code ±1 / sqrt(H)}, as there.
 *
 * @param units H, the length of a state
 */
@Paper(
        authors = "Hochreiter, Schmidhuber",
        title = "Long Short-Term Memory",
        year = 1997,
        venue = "Neural Computation 9(8)",
        section = "4")
@Summary("long short-term memory; gives the states of all steps")
public record Lstm(@Summary("length of a state") int units) implements LayerSpec {
    private static final int GATES = 4;

    public Lstm {
        Problems problems = new Problems();
        problems.atLeast("units", units, 1);
        problems.throwIfAny();
    }

    @Override
    public Shape outputShape(Shape input) {
        LayerChecks.sequence("An LSTM layer", input);
        return Shape.of(input.size(0), units);
    }

    @Override
    public int parameterCount(Shape input) {
        return new Gates(GATES, units).parameterCount(input);
    }

    /**
     * A step takes {@code 2 · 4 H (F + H)} for the products, {@code 2 · 4 H} for the biases and {@code 9 H} for activations, cell and
     * state.
     */
    @Override
    public long forwardFlops(Shape input) {
        return new Gates(GATES, units).forwardFlops(input);
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new LstmLayer(input, units, precision);
    }
}
