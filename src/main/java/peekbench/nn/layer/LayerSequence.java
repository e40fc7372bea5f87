package peekbench.nn.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import peekbench.nn.array.Shape;

/** Layers one after the other, and what follows from them and the input's shape alone: shapes, sizes and costs. */
public final class LayerSequence {
    private final List<NamedLayer> layers;
    /** The input's shape of each layer and, last, the output's shape. */
    private final List<Shape> shapes;

    private final int[] parameterCounts;
    private final int[] bufferCounts;

    public LayerSequence(List<NamedLayer> layers, Shape input) {
        this.layers = List.copyOf(layers);
        List<Shape> found = new ArrayList<>(List.of(input));
        for (NamedLayer layer : layers) {
            found.add(layer.spec().outputShape(found.get(found.size() - 1)));
        }
        this.shapes = List.copyOf(found);
        this.parameterCounts = new int[layers.size()];
        this.bufferCounts = new int[layers.size()];
        for (int i = 0; i < layers.size(); i++) {
            parameterCounts[i] = spec(i).parameterCount(inputOf(i));
            bufferCounts[i] = spec(i).bufferCount(inputOf(i));
        }
    }

    public List<NamedLayer> layers() {
        return layers;
    }

    int size() {
        return layers.size();
    }

    LayerSpec spec(int layer) {
        return layers.get(layer).spec();
    }

    public Shape inputOf(int layer) {
        return shapes.get(layer);
    }

    public Shape output() {
        return shapes.get(layers.size());
    }

    public int parameterCountOf(int layer) {
        return parameterCounts[layer];
    }

    public int bufferCountOf(int layer) {
        return bufferCounts[layer];
    }

    public int parameterCount() {
        return Arrays.stream(parameterCounts).reduce(0, Math::addExact);
    }

    public int bufferCount() {
        return Arrays.stream(bufferCounts).reduce(0, Math::addExact);
    }

    /** Whether a layer must hand its input's gradient on: because it is wanted outside, or to train a layer before it. */
    boolean inputGradientWanted(int layer, boolean wantedOutside) {
        boolean wanted = wantedOutside;
        for (int i = 0; i < layer && !wanted; i++) {
            wanted = parameterCounts[i] > 0;
        }
        return wanted;
    }

    public long forwardFlops() {
        long flops = 0;
        for (int i = 0; i < layers.size(); i++) {
            flops += spec(i).forwardFlops(inputOf(i));
        }
        return flops;
    }

    /** Stops, as the backward pass does, where no layer before has anything to learn. */
    public long backwardFlops(boolean inputGradientWanted) {
        long flops = 0;
        for (int i = 0; i < layers.size(); i++) {
            flops += spec(i).backwardFlops(inputOf(i), inputGradientWanted(i, inputGradientWanted));
        }
        return flops;
    }
}
