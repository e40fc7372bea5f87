package peekbench.attack.hijacking;

import java.util.ArrayList;
import java.util.List;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.Reshape;

/** Layers one after the other, numbered. */
final class Stack {
    private final List<NamedLayer> layers = new ArrayList<>();

    Stack add(LayerSpec spec) {
        layers.add(new NamedLayer("layer-" + layers.size(), spec));
        return this;
    }

    Stack flat(Shape shape) {
        return shape.rank() > 1 ? add(new Flatten()) : this;
    }

    Stack shaped(Shape shape) {
        return shape.rank() > 1 ? add(new Reshape(shape)) : this;
    }

    List<NamedLayer> layers() {
        return List.copyOf(layers);
    }
}
