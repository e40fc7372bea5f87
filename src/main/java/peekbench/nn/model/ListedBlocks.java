package peekbench.nn.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.NamedLayer;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/** What {@link ListedLayer} can be: layers that hold layers. */
public final class ListedBlocks {
    private ListedBlocks() {}

    /** See {@link peekbench.nn.layer.Residual}. */
    @Summary("two paths that are added; one layer, so no cut falls inside")
    public record Residual(
            String name,
            @Summary("layers of the main path") List<ListedLayer.PathLayer> main,

            @Default("[]") @Summary("layers beside it; none passes the input on")
            List<ListedLayer.PathLayer> shortcut,

            @Summary("function of the sum") Optional<Activation> activation)
            implements ListedLayer {
        public Residual {
            main = List.copyOf(main);
            shortcut = List.copyOf(shortcut);
            ListedLayerCheck.check(name, block(main, shortcut, activation));
        }

        private static Supplier<LayerSpec> block(
                List<ListedLayer.PathLayer> main,
                List<ListedLayer.PathLayer> shortcut,
                Optional<Activation> activation) {
            return () -> {
                Problems problems = new Problems();
                ListedLayerCheck.distinct("main", layers(main), problems);
                ListedLayerCheck.distinct("shortcut", layers(shortcut), problems);
                problems.throwIfAny();
                return new peekbench.nn.layer.Residual(layers(main), layers(shortcut), activation);
            };
        }

        private static List<NamedLayer> layers(List<ListedLayer.PathLayer> path) {
            return path.stream().map(ListedLayer.PathLayer::layer).toList();
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, block(main, shortcut, activation).get());
        }
    }
}
