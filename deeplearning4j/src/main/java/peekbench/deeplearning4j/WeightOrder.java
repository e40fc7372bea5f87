package peekbench.deeplearning4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.GivenWeights;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.Lstm;
import peekbench.nn.layer.TransposedConvolution;

/**
 * Weights of the layers that both know, from DeepLearning4J's order into ours and back.
 *
 * <p>Dense and convolution have the same matrices and kernels, {@code [inputs, outputs]} and {@code [outputs, inputs, height,
 * width]}. Batch normalisation has its running statistics among the parameters there and among the buffers here. An LSTM's
 * gates stand there as candidate, forget, output, input in the columns of {@code [F, 4 H]}, and here as input, forget,
 * candidate, output in the rows of {@code [4 H, F]}, with a second bias that begins at 0.
 */
final class WeightOrder {
    private static final String WEIGHTS = "W";
    private static final String BIAS = "b";
    private static final int[] GATES_THERE = {3, 1, 0, 2};

    private WeightOrder() {}

    /** The layer with weights as DeepLearning4J names them; as it is without any. */
    static LayerSpec given(LayerSpec spec, Layer there, Map<String, INDArray> named) {
        if (named.isEmpty()) {
            return spec;
        }
        if (there instanceof BatchNormalization norm) {
            INDArray variance = norm.isUseLogStd()
                    ? Transforms.pow(
                            Nd4j.scalar(10.0)
                                    .castTo(one(named, "log10stdev").dataType())
                                    .broadcast(one(named, "log10stdev").shape()),
                            one(named, "log10stdev").mul(2))
                    : one(named, "var");
            return new GivenWeights(
                    spec,
                    joined(List.of(one(named, "gamma"), one(named, "beta"))),
                    joined(List.of(one(named, "mean"), variance)));
        }
        if (there instanceof LSTM) {
            INDArray bias =
                    gates(one(named, BIAS).dup('c').reshape(1, one(named, BIAS).length()));
            return new GivenWeights(
                    spec,
                    joined(List.of(gates(one(named, WEIGHTS)), gates(one(named, "RW")), bias, bias.like())),
                    Nd4j.empty());
        }
        List<INDArray> parts = new ArrayList<>(List.of(one(named, WEIGHTS)));
        Optional.ofNullable(named.get(BIAS)).ifPresent(parts::add);
        return new GivenWeights(spec, joined(parts), Nd4j.empty());
    }

    /**
     * The weights of a layer by DeepLearning4J's names.
     *
     * @param parameters the layer's, in our order
     * @param buffers likewise
     */
    static Map<String, INDArray> there(LayerSpec spec, Shape input, INDArray parameters, INDArray buffers) {
        if (spec instanceof peekbench.nn.layer.BatchNormalization) {
            long channels = parameters.length() / 2;
            return Map.of(
                    "gamma", part(parameters, 0, channels),
                    "beta", part(parameters, channels, channels),
                    "mean", part(buffers, 0, channels),
                    "var", part(buffers, channels, channels));
        }
        if (spec instanceof Lstm lstm) {
            long gates = (long) GATES_THERE.length * lstm.units();
            long fromInput = gates * input.size(1);
            long fromState = gates * lstm.units();
            INDArray biases = part(parameters, fromInput + fromState, gates)
                    .add(part(parameters, fromInput + fromState + gates, gates));
            return Map.of(
                    WEIGHTS,
                    gatesThere(part(parameters, 0, fromInput).reshape(gates, input.size(1))),
                    "RW",
                    gatesThere(part(parameters, fromInput, fromState).reshape(gates, lstm.units())),
                    BIAS,
                    gatesThere(biases.reshape(gates, 1)));
        }
        long outputs = spec instanceof Dense dense
                ? dense.outputs()
                : spec instanceof Convolution convolution
                        ? convolution.bias() ? convolution.outputChannels() : 0
                        : spec instanceof TransposedConvolution enlarging ? enlarging.outputChannels() : 0;
        if (parameters.isEmpty()) {
            return Map.of();
        }
        INDArray weights = part(parameters, 0, parameters.length() - outputs);
        return outputs == 0
                ? Map.of(WEIGHTS, weights)
                : Map.of(WEIGHTS, weights, BIAS, part(parameters, parameters.length() - outputs, outputs));
    }

    private static INDArray part(INDArray all, long from, long count) {
        return all.get(NDArrayIndex.interval(from, from + count)).dup();
    }

    /** {@code [4 H, R]} in our order as {@code [R, 4 H]} in theirs. */
    private static INDArray gatesThere(INDArray here) {
        long units = here.size(0) / GATES_THERE.length;
        INDArray[] ordered = new INDArray[GATES_THERE.length];
        for (int gate = 0; gate < GATES_THERE.length; gate++) {
            ordered[GATES_THERE[gate]] = here.get(
                            NDArrayIndex.interval(gate * units, (gate + 1) * units), NDArrayIndex.all())
                    .dup('c')
                    .reshape(units, here.size(1))
                    .transpose();
        }
        return Nd4j.concat(1, ordered);
    }

    private static INDArray one(Map<String, INDArray> named, String key) {
        return Optional.ofNullable(named.get(key))
                .orElseThrow(() -> new IllegalStateException("no parameter " + key + " among " + named.keySet()));
    }

    private static INDArray joined(List<INDArray> parts) {
        INDArray[] flat =
                parts.stream().map(part -> part.dup('c').reshape(part.length())).toArray(INDArray[]::new);
        return Nd4j.concat(0, flat);
    }

    /** {@code [R, 4 H]} with its columns' gates in our order, transposed. */
    private static INDArray gates(INDArray there) {
        long units = there.size(1) / GATES_THERE.length;
        INDArray[] ordered = Arrays.stream(GATES_THERE)
                .mapToObj(gate -> there.get(NDArrayIndex.all(), NDArrayIndex.interval(gate * units, (gate + 1) * units))
                        .transpose())
                .toArray(INDArray[]::new);
        return Nd4j.concat(0, ordered);
    }
}
