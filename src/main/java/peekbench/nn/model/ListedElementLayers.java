package peekbench.nn.model;

import peekbench.nn.layer.Activation;
import peekbench.nn.layer.NamedLayer;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/** What {@link ListedLayer} can be: layers that keep the shape. */
public final class ListedElementLayers {
    private ListedElementLayers() {}

    /** See {@link Activation#RELU}. */
    @Summary("max(x, 0)")
    public record Relu(String name) implements ListedLayer, ListedLayer.PathLayer {
        public Relu {
            ListedLayerCheck.check(name, () -> Activation.RELU);
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, Activation.RELU);
        }
    }

    /** See {@link Activation#SIGMOID}. */
    @Summary("1 / (1 + exp(-x))")
    public record Sigmoid(String name) implements ListedLayer, ListedLayer.PathLayer {
        public Sigmoid {
            ListedLayerCheck.check(name, () -> Activation.SIGMOID);
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, Activation.SIGMOID);
        }
    }

    /** See {@link Activation#TANH}. */
    @Summary("hyperbolic tangent")
    public record Tanh(String name) implements ListedLayer, ListedLayer.PathLayer {
        public Tanh {
            ListedLayerCheck.check(name, () -> Activation.TANH);
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, Activation.TANH);
        }
    }

    /** See {@link peekbench.nn.layer.LeakyRelu}. */
    @Summary("x, or slope x where that is negative")
    public record LeakyRelu(
            String name,

            @Default("0.1") @Summary("gradient of negative numbers")
            double slope) implements ListedLayer, ListedLayer.PathLayer {
        public LeakyRelu {
            ListedLayerCheck.check(name, () -> new peekbench.nn.layer.LeakyRelu(slope));
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, new peekbench.nn.layer.LeakyRelu(slope));
        }
    }

    /** See {@link peekbench.nn.layer.BatchNormalization}. */
    @Summary("batch normalisation")
    public record BatchNormalization(String name) implements ListedLayer, ListedLayer.PathLayer {
        public BatchNormalization {
            ListedLayerCheck.check(name, () -> new peekbench.nn.layer.BatchNormalization());
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, new peekbench.nn.layer.BatchNormalization());
        }
    }

    /** See {@link peekbench.nn.layer.Dropout}. */
    @Summary("sets numbers to 0 while training")
    public record Dropout(
            String name,
            @Default("0.5") @Summary("probability of that") double rate) implements ListedLayer, ListedLayer.PathLayer {
        public Dropout {
            ListedLayerCheck.check(name, () -> new peekbench.nn.layer.Dropout(rate));
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, new peekbench.nn.layer.Dropout(rate));
        }
    }
}
