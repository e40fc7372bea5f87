package peekbench.nn.layer;

import org.apiguardian.api.API;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.Summary;

/**
 * Fully connected layer with bias: {@code [N, F]} to {@code [N, outputs]}, {@code y = x W + b}.
 *
 * <p>Weights are {@code [F, outputs]} followed by {@code [outputs]} biases.
 *
 * @param outputs length of an output vector
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("fully connected layer")
public record Dense(@Summary("length of an output") int outputs) implements LayerSpec {
    public Dense {
        Problems problems = new Problems();
        problems.atLeast("outputs", outputs, 1);
        problems.throwIfAny();
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 1) {
            throw new ConfigurationException(
                    "A dense layer needs a vector; it gets (" + input + "). Put a flatten layer before it.");
        }
        return Shape.of(outputs);
    }

    @Override
    public int parameterCount(Shape input) {
        return input.length() * outputs + outputs;
    }

    /** {@code 2 F outputs} and one addition an output. */
    @Override
    public long forwardFlops(Shape input) {
        return 2L * input.length() * outputs + outputs;
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new DenseLayer(input.length(), outputs, precision);
    }
}
