package peekbench.nn.model;

import com.google.auto.service.AutoService;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.registry.Name;
import peekbench.registry.Summary;

/** Two hidden dense layers of 256 and 128 units with ReLU, for images (flattened) and tables. */
@Name("mlp")
@Summary("Two hidden dense layers (256, 128) with ReLU, for images and tables")
public record MultilayerPerceptron() implements ModelOptions {
    @Override
    public Architecture architecture(Shape input, int outputs) {
        return new Architecture.Builder()
                .add("flatten", new Flatten())
                .add("fc1", new Dense(256))
                .add("relu1", Activation.RELU)
                .add("fc2", new Dense(128))
                .add("relu2", Activation.RELU)
                .add("fc3", new Dense(outputs))
                .build("mlp", input);
    }

    /** Puts it into the catalogue. */
    @AutoService(ModelProvider.class)
    public record Provider() implements ModelProvider {}
}
