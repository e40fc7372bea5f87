package peekbench.nn.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.BatchNormalization;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.GivenWeights;
import peekbench.nn.layer.Gru;
import peekbench.nn.layer.LayerSequence;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.Lstm;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.Residual;
import peekbench.nn.layer.TransposedConvolution;

/**
 * Weights as arrays with names, in the layouts and with the names that PyTorch gives them: {@code conv1.weight [outputs, inputs,
 * height, width]}, {@code fc1.weight [outputs, inputs]}, {@code norm1.running_mean}, {@code lstm1.weight_ih_l0 [4 H, F]}. Layers
 * inside a residual block have its name and their path before theirs: {@code block1.main.conv1.weight}. Of a layer that another
 * library computes there is one array, {@code NAME.parameters}, in that library's order.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class NamedWeights {
    private final Map<String, INDArray> arrays = new LinkedHashMap<>();
    private final INDArray parameters;
    private final INDArray buffers;
    private int parameter;
    private int buffer;

    private NamedWeights(INDArray parameters, INDArray buffers) {
        this.parameters = parameters;
        this.buffers = buffers;
    }

    /**
     * The arrays of some layers, in new memory.
     *
     * @param input the shape of one example
     * @param parameters all of the layers', one after the other
     * @param buffers likewise
     */
    public static Map<String, INDArray> of(
            List<NamedLayer> layers, Shape input, INDArray parameters, INDArray buffers) {
        NamedWeights weights = new NamedWeights(parameters, buffers);
        weights.add("", layers, input);
        return weights.arrays;
    }

    private void add(String prefix, List<NamedLayer> layers, Shape input) {
        LayerSequence sequence = new LayerSequence(layers, input);
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec spec = layers.get(i).spec();
            add(
                    prefix + layers.get(i).name() + ".",
                    spec instanceof GivenWeights given ? given.layer() : spec,
                    sequence.inputOf(i));
        }
    }

    private void add(String prefix, LayerSpec spec, Shape input) {
        if (spec instanceof Residual block) {
            add(prefix + "main.", block.main(), input);
            add(prefix + "shortcut.", block.shortcut(), input);
        } else if (spec instanceof Convolution layer) {
            put(prefix + "weight", layer.outputChannels(), input.size(0), layer.kernel(), layer.kernel());
            if (layer.bias()) {
                put(prefix + "bias", layer.outputChannels());
            }
        } else if (spec instanceof TransposedConvolution layer) {
            put(prefix + "weight", input.size(0), layer.outputChannels(), layer.kernel(), layer.kernel());
            put(prefix + "bias", layer.outputChannels());
        } else if (spec instanceof Dense layer) {
            INDArray here = next(input.size(0), layer.outputs());
            arrays.put(prefix + "weight", here.transpose().dup('c'));
            put(prefix + "bias", layer.outputs());
        } else if (spec instanceof BatchNormalization) {
            put(prefix + "weight", input.size(0));
            put(prefix + "bias", input.size(0));
            arrays.put(prefix + "running_mean", nextBuffers(input.size(0)));
            arrays.put(prefix + "running_var", nextBuffers(input.size(0)));
        } else if (spec instanceof Lstm layer) {
            recurrent(prefix, 4L * layer.units(), input.size(1), layer.units());
        } else if (spec instanceof Gru layer) {
            recurrent(prefix, 3L * layer.units(), input.size(1), layer.units());
        } else {
            other(prefix, spec, input);
        }
    }

    private void recurrent(String prefix, long gates, long features, long units) {
        put(prefix + "weight_ih_l0", gates, features);
        put(prefix + "weight_hh_l0", gates, units);
        put(prefix + "bias_ih_l0", gates);
        put(prefix + "bias_hh_l0", gates);
    }

    private void other(String prefix, LayerSpec spec, Shape input) {
        if (spec.parameterCount(input) > 0) {
            put(prefix + "parameters", spec.parameterCount(input));
        }
        if (spec.bufferCount(input) > 0) {
            arrays.put(prefix + "buffers", nextBuffers(spec.bufferCount(input)));
        }
    }

    private void put(String name, long... shape) {
        arrays.put(name, next(shape));
    }

    private INDArray next(long... shape) {
        int count = Shape.of(shape).length();
        parameter += count;
        return parameters
                .get(NDArrayIndex.interval(parameter - count, parameter))
                .dup()
                .reshape(shape);
    }

    private INDArray nextBuffers(int count) {
        buffer += count;
        return buffers.get(NDArrayIndex.interval(buffer - count, buffer)).dup();
    }
}
