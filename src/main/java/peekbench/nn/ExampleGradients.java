package peekbench.nn;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Memory;
import peekbench.problem.ConfigurationException;

/**
 * The gradients {@code g_i [P]} that single examples give to a segment's parameters, of which a backward pass only tells the
 * sum. They are found by passes of one example each, through a replica of the segment, so that neither the segment's
 * activations nor its random numbers are touched.
 *
 * <p>It is only possible where every layer treats each example by itself and in the same way at every pass: not with batch
 * normalisation, nor with dropout.
 */
public final class ExampleGradients {
    private final Segment segment;
    private final Segment replica;
    private final Chunks chunks;

    /**
     * @param segment whose parameters are looked at as they are at each call
     * @throws ConfigurationException when a layer mixes examples or draws random numbers; names it
     */
    public ExampleGradients(Segment segment) {
        List<String> mixing = segment.layers().stream()
                .filter(layer -> !layer.spec().treatsExamplesAlone())
                .map(NamedLayer::name)
                .toList();
        if (!mixing.isEmpty()) {
            throw new ConfigurationException("The layers (" + String.join(", ", mixing)
                    + ") mix the examples of a batch or draw random numbers, so"
                    + " there is no gradient of a single example. Use a model without batch normalisation and"
                    + " dropout, or no defense that needs such gradients.");
        }
        this.segment = segment;
        this.replica = segment.replica();
        this.chunks = Chunks.of(segment.precision());
    }

    /**
     * {@code |g_i|²} of each example.
     *
     * @param input {@code [N, …]} of the pass
     * @param outputGradient {@code [N, …]}, the loss's gradient with respect to the output
     */
    public double[] squaredNorms(INDArray input, INDArray outputGradient) {
        double[] squares = new double[Math.toIntExact(input.size(0))];
        for (int example = 0; example < squares.length && segment.parameterCount() > 0; example++) {
            replica.forward(Rows.range(input, example, example + 1L));
            replica.backwardParameters(Rows.range(outputGradient, example, example + 1L));
            squares[example] = chunks.sumOfSquares(Memory.of(replica.gradients()));
        }
        return squares;
    }

    /**
     * Overwrites the segment's gradients by {@code Σ factors[i] g_i}.
     *
     * @param input {@code [N, …]} of the pass
     * @param outputGradient {@code [N, …]}
     * @param factors one an example
     */
    public void weigh(INDArray input, INDArray outputGradient, double... factors) {
        if (segment.parameterCount() == 0) {
            return;
        }
        INDArray weighted = outputGradient.dup('c');
        for (int example = 0; example < factors.length; example++) {
            Memory.of(Rows.range(weighted, example, example + 1L)).scale(factors[example]);
        }
        replica.forward(input);
        replica.backwardParameters(weighted);
        segment.gradients().assign(replica.gradients());
    }
}
