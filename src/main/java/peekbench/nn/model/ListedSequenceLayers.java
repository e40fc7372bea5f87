package peekbench.nn.model;

import peekbench.nn.layer.NamedLayer;
import peekbench.registry.Summary;

/** What {@link ListedLayer} can be: layers of sequences. */
public final class ListedSequenceLayers {
    private ListedSequenceLayers() {}

    /** See {@link peekbench.nn.layer.RowSequence}. */
    @Summary("rows of an image as a sequence")
    public record RowSequence(String name) implements ListedLayer, ListedLayer.PathLayer {
        public RowSequence {
            ListedLayerCheck.check(name, () -> new peekbench.nn.layer.RowSequence());
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, new peekbench.nn.layer.RowSequence());
        }
    }

    /** See {@link peekbench.nn.layer.Lstm}. */
    @Summary("long short-term memory; gives the states of all steps")
    public record Lstm(
            String name, @Summary("length of a state") int units) implements ListedLayer, ListedLayer.PathLayer {
        public Lstm {
            ListedLayerCheck.check(name, () -> new peekbench.nn.layer.Lstm(units));
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, new peekbench.nn.layer.Lstm(units));
        }
    }

    /** See {@link peekbench.nn.layer.Gru}. */
    @Summary("gated recurrent unit; gives the states of all steps")
    public record Gru(
            String name, @Summary("length of a state") int units) implements ListedLayer, ListedLayer.PathLayer {
        public Gru {
            ListedLayerCheck.check(name, () -> new peekbench.nn.layer.Gru(units));
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, new peekbench.nn.layer.Gru(units));
        }
    }

    /** See {@link peekbench.nn.layer.LastState}. */
    @Summary("the last step of a sequence")
    public record LastState(String name) implements ListedLayer, ListedLayer.PathLayer {
        public LastState {
            ListedLayerCheck.check(name, () -> new peekbench.nn.layer.LastState());
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, new peekbench.nn.layer.LastState());
        }
    }
}
