package peekbench.nn.layer;

import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.Problems;
import peekbench.registry.Paper;
import peekbench.registry.Summary;

/**
 * Gated recurrent unit: {@code [N, T, F]} to the states of all steps, {@code [N, T, H]}; {@link LastState} picks the last.
 * With the gates {@code r, z = σ(W x + b + U h + c)} and the candidate {@code n = tanh(W x + b + r (U h + c))}, the state
 * becomes {@code (1 - z) n + z h}; it is 0 before the first step.
 *
 * <p>Deviation from the paper, as in PyTorch: the reset gate acts after the product with the state, and z keeps the old
 * state where the paper's takes the new.
 *
 * <p>Parameters are, with H the units, {@code [3 H, F]} weights of the input, {@code [3 H, H]} weights of the state, {@code
 * [3 H]} biases of the input and {@code [3 H]} biases of the state, gate after gate, in PyTorch's order and with its two
 * biases. All start uniform in {@code ±1 / sqrt(H)}, as there.
 *
 * @param units H, the length of a state
 */
@Paper(
        authors = "Cho, van Merrienboer, Gulcehre, Bahdanau, Bougares, Schwenk, Bengio",
        title = "Learning Phrase Representations using RNN Encoder-Decoder for Statistical Machine Translation",
        year = 2014,
        venue = "EMNLP",
        section = "2.3")
@Summary("gated recurrent unit; gives the states of all steps")
public record Gru(@Summary("length of a state") int units) implements LayerSpec {
    private static final int GATES = 3;

    public Gru {
        Problems problems = new Problems();
        problems.atLeast("units", units, 1);
        problems.throwIfAny();
    }

    @Override
    public Shape outputShape(Shape input) {
        LayerChecks.sequence("A GRU layer", input);
        return Shape.of(input.size(0), units);
    }

    @Override
    public int parameterCount(Shape input) {
        return new Gates(GATES, units).parameterCount(input);
    }

    /**
     * A step takes {@code 2 · 3 H (F + H)} for the products, {@code 2 · 3 H} for the biases and {@code 9 H} for activations, reset and
     * state.
     */
    @Override
    public long forwardFlops(Shape input) {
        return new Gates(GATES, units).forwardFlops(input);
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new GruLayer(input, units, precision);
    }
}
