package peekbench.nn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.MaxPooling;
import peekbench.nn.layer.NamedLayer;
import peekbench.problem.ConfigurationException;

class CustomModelTest {
    private static final ListedLayer CONV = new ListedImageLayers.Convolution("conv1", 8, 3, 1, 1, true);
    private static final ListedLayer RELU = new ListedElementLayers.Relu("relu1");
    private static final ListedLayer FLATTEN = new ListedVectorLayers.Flatten("flatten");
    private static final ListedLayer DENSE = new ListedVectorLayers.Dense("fc1", 10);

    @Test
    void listedLayersAreTheNetwork() {
        CustomModel model = new CustomModel(
                List.of(CONV, RELU, new ListedImageLayers.MaxPooling("pool1", 2, Optional.empty(), 0), FLATTEN, DENSE));
        assertThat(model.cuts()).containsExactly("conv1", "relu1", "pool1", "flatten");
        Architecture network = model.architecture(Shape.of(1, 28, 28), 10);
        assertThat(network.name()).isEqualTo("layers");
        assertThat(network.layers())
                .containsExactly(
                        new NamedLayer("conv1", new Convolution(8, 3, 1, 1)),
                        new NamedLayer("relu1", Activation.RELU),
                        new NamedLayer("pool1", new MaxPooling(2, 2)),
                        new NamedLayer("flatten", new Flatten()),
                        new NamedLayer("fc1", new Dense(10)));
    }

    @Test
    void blocksHoldPaths() {
        ListedLayer block = new ListedBlocks.Residual(
                "block1",
                List.of(
                        new ListedImageLayers.Convolution("conv1", 3, 3, 1, 1, false),
                        new ListedElementLayers.BatchNormalization("norm1")),
                List.of(),
                Optional.of(Activation.RELU));
        assertThat(block.layer().spec().outputShape(Shape.of(3, 5, 5))).isEqualTo(Shape.of(3, 5, 5));
        assertThatThrownBy(() -> new ListedBlocks.Residual("block1", List.of(), List.of(), Optional.empty()))
                .hasMessage("In layer (block1): A residual block has no layers on its main path; it needs at least 1.");
    }

    @Test
    void aLayerNamesItselfInItsMistakes() {
        assertThatThrownBy(() -> new ListedImageLayers.Convolution("Conv 1", 0, 3, 0, 4, true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("name: is (Conv 1); it names a cut: small letters, digits and dashes")
                .hasMessageContaining("output-channels: of layer (Conv 1) is 0; it must be at least 1.")
                .hasMessageContaining("stride: of layer (Conv 1) is 0")
                .hasMessageContaining("padding: of layer (Conv 1) is 4");
        assertThatThrownBy(() -> new ListedVectorLayers.Reshape("rows", List.of(0L, 28L)))
                .hasMessageContaining("shape[0]: of layer (rows) is 0");
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
