package example;

import com.google.auto.service.AutoService;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.MaxPooling;
import peekbench.nn.model.ModelOptions;
import peekbench.nn.model.ModelProvider;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Summary;

/**
 * One convolution of 3x3, pooling of 2x2 and one dense layer.
 *
 * @param channels of the convolution
 */
// region model
@Name("small-network")
@Summary("One convolution and one dense layer, for images of any size")
public record SmallNetwork(
        @Default("8") @Summary("channels of the convolution")
        int channels) implements ModelOptions {
    public SmallNetwork {
        Problems problems = new Problems();
        problems.atLeast("channels", channels, 1);
        problems.throwIfAny();
    }

    @Override
    public Architecture architecture(Shape input, int outputs) {
        return new Architecture.Builder()
                .add("conv1", new Convolution(channels, 3, 1, 1))
                .add("relu1", Activation.RELU)
                .add("pool1", new MaxPooling(2, 2))
                .add("flatten", new Flatten())
                .add("fc1", new Dense(outputs))
                .build("small-network", input);
    }

    /** Puts it into the catalogue. */
    @AutoService(ModelProvider.class)
    public record Provider() implements ModelProvider {}
}
// endregion
