package peekbench.nn.model;

import com.google.auto.service.AutoService;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;

/**
 * The backbone of AdaSplit's experiments: five layers with weights, of which the client holds the share μ. The paper's
 * shares are the cuts {@code relu1} (μ = .2, its default), {@code pool2} (.4), {@code relu3} (.6) and {@code relu4} (.8).
 *
 * <p>The paper says "LeNet" and gives no sizes; these are those of {@link LeNet5}. They fit what it measures: of 32x32
 * images the first convolution gives 6 · 28 · 28 = 4704 numbers, which with their gradients make 37.6 GB in 20 rounds over
 * 50 000 images, or 35.1 times 2^30 bytes, where table 2 has 34.88 for split learning. Its operation counts do not follow
 * from them.
 */
@Paper(
        authors = "Chopra, Sahu, Singh, Java, Vepakomma, Sharma, Raskar",
        title = "AdaSplit: Adaptive Trade-offs for Resource-constrained Distributed Deep Learning",
        year = 2021,
        venue = "arXiv",
        section = "5")
@Name("adasplit-lenet")
@Summary("AdaSplit's backbone, a LeNet of five layers with weights, for images of 28x28 or 32x32 pixels")
public record AdaSplitLeNet() implements ModelOptions {
    @Override
    public Architecture architecture(Shape input, int outputs) {
        return new Architecture.Builder().addAll(LeNet5.layers(input, outputs)).build("adasplit-lenet", input);
    }

    /** Puts it into the catalogue. */
    @AutoService(ModelProvider.class)
    public record Provider() implements ModelProvider {}
}
