package peekbench.nn;

import peekbench.registry.Summary;

/** What {@link ListedLayer} can be: layers of sequences. */
public final class ListedSequenceLayers {
    private ListedSequenceLayers() {}

    /** See {@link peekbench.nn.RowSequence}. */
    @Summary("rows of an image as a sequence")
    public record RowSequence(String name) implements ListedLayer, ListedLayer.PathLayer {
        public RowSequence {
            ListedLayerCheck.check(name, () -> new peekbench.nn.RowSequence());
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, new peekbench.nn.RowSequence());
        }
    }

    /** See {@link peekbench.nn.Lstm}. */
    @Summary("long short-term memory; gives the states of all steps")
    public record Lstm(
            String name, @Summary("length of a state") int units) implements ListedLayer, ListedLayer.PathLayer {
        public Lstm {
            ListedLayerCheck.check(name, () -> new peekbench.nn.Lstm(units));
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, new peekbench.nn.Lstm(units));
        }
    }

    /** See {@link peekbench.nn.Gru}. */
    @Summary("gated recurrent unit; gives the states of all steps")
    public record Gru(
            String name, @Summary("length of a state") int units) implements ListedLayer, ListedLayer.PathLayer {
        public Gru {
            ListedLayerCheck.check(name, () -> new peekbench.nn.Gru(units));
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, new peekbench.nn.Gru(units));
        }
    }

    /** See {@link peekbench.nn.LastState}. */
    @Summary("the last step of a sequence")
    public record LastState(String name) implements ListedLayer, ListedLayer.PathLayer {
        public LastState {
            ListedLayerCheck.check(name, () -> new peekbench.nn.LastState());
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, new peekbench.nn.LastState());
        }
    }
}
