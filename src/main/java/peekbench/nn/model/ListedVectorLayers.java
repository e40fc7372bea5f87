package peekbench.nn.model;

import java.util.List;
import java.util.function.Supplier;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.NamedLayer;
import peekbench.problem.Problems;
import peekbench.registry.Summary;

/** What {@link ListedLayer} can be: layers of vectors, and those that only change the shape. */
public final class ListedVectorLayers {
    private ListedVectorLayers() {}

    /** See {@link peekbench.nn.layer.Dense}. */
    @Summary("fully connected layer")
    public record Dense(
            String name, @Summary("length of an output") int outputs) implements ListedLayer, ListedLayer.PathLayer {
        public Dense {
            ListedLayerCheck.check(name, () -> new peekbench.nn.layer.Dense(outputs));
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, new peekbench.nn.layer.Dense(outputs));
        }
    }

    /** See {@link peekbench.nn.layer.Flatten}. */
    @Summary("images as vectors")
    public record Flatten(String name) implements ListedLayer, ListedLayer.PathLayer {
        public Flatten {
            ListedLayerCheck.check(name, peekbench.nn.layer.Flatten::new);
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, new peekbench.nn.layer.Flatten());
        }
    }

    /** See {@link peekbench.nn.layer.Reshape}. */
    @Summary("another shape of the same length")
    public record Reshape(
            String name,
            @Summary("sizes of an example, as in [28, 28]") List<Long> shape)
            implements ListedLayer, ListedLayer.PathLayer {
        public Reshape {
            shape = List.copyOf(shape);
            ListedLayerCheck.check(name, reshape(shape));
        }

        private static Supplier<LayerSpec> reshape(List<Long> shape) {
            return () -> {
                Problems problems = new Problems();
                if (shape.isEmpty()) {
                    problems.add("shape", "is an empty list; it must have the sizes of an example, as in [28, 28].");
                }
                for (int axis = 0; axis < shape.size(); axis++) {
                    problems.atLeast("shape[" + axis + "]", shape.get(axis), 1);
                }
                problems.throwIfAny();
                return new peekbench.nn.layer.Reshape(new Shape(shape));
            };
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, reshape(shape).get());
        }
    }
}
