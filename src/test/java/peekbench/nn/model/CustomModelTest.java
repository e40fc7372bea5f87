package peekbench.nn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.BatchNormalization;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.MaxPooling;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.Reshape;
import peekbench.nn.layer.Residual;
import peekbench.problem.ConfigurationException;

class CustomModelTest {
    private static final NamedLayer CONV = new NamedLayer("conv1", new Convolution(8, 3, 1, 1));
    private static final NamedLayer RELU = new NamedLayer("relu1", Activation.RELU);
    private static final NamedLayer FLATTEN = new NamedLayer("flatten", new Flatten());
    private static final NamedLayer DENSE = new NamedLayer("fc1", new Dense(10));

    @Test
    void listedLayersAreTheNetwork() {
        CustomModel model = new CustomModel(
                List.of(CONV, RELU, new NamedLayer("pool1", new MaxPooling(2, Optional.empty(), 0)), FLATTEN, DENSE));
        assertThat(model.cuts()).containsExactly("conv1", "relu1", "pool1", "flatten");
        Architecture network = model.architecture(Shape.of(1, 28, 28), 10);
        assertThat(network.name()).isEqualTo("layers");
        assertThat(network.layers()).isEqualTo(model.layers());
        assertThat(network.smashedShape("pool1")).isEqualTo(Shape.of(8, 14, 14));
    }

    @Test
    void blocksHoldPaths() {
        NamedLayer norm = new NamedLayer("norm1", new BatchNormalization());
        Residual block = new Residual(List.of(CONV, norm), List.of(), Optional.of(Activation.RELU));
        assertThat(block.outputShape(Shape.of(8, 5, 5))).isEqualTo(Shape.of(8, 5, 5));
        assertThatThrownBy(() -> new Residual(List.of(), List.of(), Optional.empty()))
                .hasMessage("A residual block has no layers on its main path; it needs at least 1.");
        assertThatThrownBy(() -> new Residual(List.of(norm, norm), List.of(CONV, CONV), Optional.empty()))
                .hasMessageContaining("main[1].name: is (norm1), as is that of main[0]; give each layer its own.")
                .hasMessageContaining("shortcut[1].name: is (conv1), as is that of shortcut[0]");
    }

    @Test
    void namesAndSizesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new NamedLayer("Conv 1", Activation.RELU))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("name: is (Conv 1); it names a cut: small letters, digits and dashes");
        assertThatThrownBy(() -> new Convolution(0, 3, 0, 4, true))
                .hasMessageContaining("output-channels: is 0; it must be at least 1.")
                .hasMessageContaining("stride: is 0")
                .hasMessageContaining("padding: is 4");
        assertThatThrownBy(() -> new Reshape(List.of(0L, 28L))).hasMessageContaining("shape[0]: is 0");
        assertThatThrownBy(() -> new Reshape(List.of())).hasMessageContaining("shape: is an empty list");
    }

    @Test
    void everyNameThatIsTakenIsReported() {
        assertThatThrownBy(() -> new CustomModel(List.of(CONV, CONV, RELU, FLATTEN, RELU, DENSE)))
                .hasMessageContaining("layers[1].name: is (conv1), as is that of layers[0]")
                .hasMessageContaining("layers[4].name: is (relu1), as is that of layers[2]");
        assertThatThrownBy(() -> new CustomModel(List.of(DENSE)))
                .hasMessageContaining("layers: has 1 entries; it must have at least 2");
    }

    @Test
    void layersThatDoNotFitAreNamed() {
        assertThatThrownBy(() -> new CustomModel(List.of(CONV, DENSE)).architecture(Shape.of(1, 28, 28), 10))
                .hasMessageContaining("The layer (fc1) of model (layers) does not fit examples of (1x28x28)")
                .hasMessageContaining("Put a flatten layer before it");
        assertThatThrownBy(() -> new CustomModel(List.of(CONV, FLATTEN, DENSE)).architecture(Shape.of(1, 28, 28), 4))
                .hasMessage("The last layer (fc1) of model (layers) gives (10) for examples of (1x28x28), but the data"
                        + " need (4). End with a dense layer of 4 outputs.");
    }
}
