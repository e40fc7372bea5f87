package peekbench.nn.model;

import com.google.auto.service.AutoService;
import java.util.List;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;

/**
 * VGG with 11 layers with weights (configuration A): 3x3 convolutions to 64, 128, 256, 512 and 512 maps, 1, 1, 2, 2 and 2 in
 * a group, a pooling after each group, and dense layers.
 *
 * <p>With the defaults it is the version for 32x32 images that is common today: batch normalisation after each convolution
 * and a single dense layer. The paper's network for 224x224 images has {@code batch-normalization: false, hidden: [4096,
 * 4096], dropout: 0.5}.
 *
 * <p>Deviation from the paper: initial weights are Xavier's for every layer, where the paper starts the deep networks from
 * a trained shallow one.
 *
 * @param batchNormalization whether each convolution is followed by a batch normalisation
 * @param hidden units of the dense layers before the last
 * @param dropout rate after each of them; 0 leaves these layers out
 */
@Paper(
        authors = "Simonyan, Zisserman",
        title = "Very Deep Convolutional Networks for Large-Scale Image Recognition",
        year = 2015,
        venue = "ICLR",
        section = "2, table 1, configuration A")
@Name("vgg11")
@Summary("VGG-11 for images of 32x32 pixels or more")
public record Vgg11(
        @Default("true") @Summary("a batch normalisation after each convolution")
        boolean batchNormalization,

        @Default("[]") @Summary("units of the dense layers before the last; [4096, 4096] in the paper")
        List<Integer> hidden,

        @Default("0") @Summary("rate after each of them; 0.5 in the paper")
        double dropout)
        implements ModelOptions {
    /** @throws peekbench.problem.ConfigurationException with all mistakes */
    public Vgg11 {
        hidden = List.copyOf(hidden);
        VggBuilder.check(hidden, dropout);
    }

    @Override
    public Architecture architecture(Shape input, int outputs) {
        return new VggBuilder(batchNormalization, hidden, dropout).build("vgg11", input, outputs, 1, 1, 2, 2, 2);
    }

    /** Puts it into the catalogue. */
    @AutoService(ModelProvider.class)
    public record Provider() implements ModelProvider {}
}
