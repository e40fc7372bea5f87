package peekbench.nn.model;

import java.util.Optional;
import peekbench.nn.layer.NamedLayer;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/** What {@link ListedLayer} can be: layers of images. */
public final class ListedImageLayers {
    private ListedImageLayers() {}

    /** See {@link peekbench.nn.layer.Convolution}. */
    @Summary("two-dimensional convolution")
    public record Convolution(
            String name,
            @Summary("how many maps come out") int outputChannels,
            @Summary("side of the window") int kernel,
            @Default("1") @Summary("step of the window") int stride,
            @Default("0") @Summary("zeros on each side") int padding,

            @Default("true") @Summary("a number added to each map")
            boolean bias)
            implements ListedLayer, ListedLayer.PathLayer {
        public Convolution {
            ListedLayerCheck.check(
                    name, () -> new peekbench.nn.layer.Convolution(outputChannels, kernel, stride, padding, bias));
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(
                    name, new peekbench.nn.layer.Convolution(outputChannels, kernel, stride, padding, bias));
        }
    }

    /** See {@link peekbench.nn.layer.TransposedConvolution}. */
    @Summary("convolution that enlarges images by its stride")
    public record TransposedConvolution(
            String name,
            @Summary("how many maps come out") int outputChannels,

            @Summary("side of the kernel: stride + 2 padding")
            int kernel,

            @Summary("how many times larger the output is") int stride,

            @Default("0") @Summary("rows and columns cut off on each side")
            int padding)
            implements ListedLayer, ListedLayer.PathLayer {
        public TransposedConvolution {
            ListedLayerCheck.check(
                    name, () -> new peekbench.nn.layer.TransposedConvolution(outputChannels, kernel, stride, padding));
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(
                    name, new peekbench.nn.layer.TransposedConvolution(outputChannels, kernel, stride, padding));
        }
    }

    /** See {@link peekbench.nn.layer.MaxPooling}. */
    @Summary("largest number of each window")
    public record MaxPooling(
            String name,
            @Summary("side of the window") int kernel,

            @Summary("step of the window; the kernel where it is left out")
            Optional<Integer> stride,

            @Default("0") @Summary("how far windows reach beyond each side")
            int padding)
            implements ListedLayer, ListedLayer.PathLayer {
        public MaxPooling {
            ListedLayerCheck.check(
                    name, () -> new peekbench.nn.layer.MaxPooling(kernel, stride.orElse(kernel), padding));
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, new peekbench.nn.layer.MaxPooling(kernel, stride.orElse(kernel), padding));
        }
    }

    /** See {@link peekbench.nn.layer.AveragePooling}. */
    @Summary("mean of each window")
    public record AveragePooling(
            String name,
            @Summary("side of the window") int kernel,

            @Summary("step of the window; the kernel where it is left out")
            Optional<Integer> stride)
            implements ListedLayer, ListedLayer.PathLayer {
        public AveragePooling {
            ListedLayerCheck.check(name, () -> new peekbench.nn.layer.AveragePooling(kernel, stride.orElse(kernel)));
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, new peekbench.nn.layer.AveragePooling(kernel, stride.orElse(kernel)));
        }
    }

    /** See {@link peekbench.nn.layer.GlobalAveragePooling}. */
    @Summary("mean of each map")
    public record GlobalAveragePooling(String name) implements ListedLayer, ListedLayer.PathLayer {
        public GlobalAveragePooling {
            ListedLayerCheck.check(name, peekbench.nn.layer.GlobalAveragePooling::new);
        }

        @Override
        public NamedLayer layer() {
            return new NamedLayer(name, new peekbench.nn.layer.GlobalAveragePooling());
        }
    }
}
