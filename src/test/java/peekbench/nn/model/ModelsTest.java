package peekbench.nn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Architecture;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.registry.Described;
import peekbench.registry.Registry;
import peekbench.seed.Seed;

/** The catalogue's networks: sizes and costs that others published, cuts, and inputs that do not fit. */
class ModelsTest {
    private static final Shape LARGE = Shape.of(3, 224, 224);
    private static final Shape SMALL = Shape.of(3, 32, 32);
    private static final Vgg16 PAPER_VGG16 = new Vgg16(false, List.of(4096, 4096), .5);
    private static final ResNet50 PAPER_RESNET50 = new ResNet50(ResNet50.Stem.LARGE_IMAGES);

    /** Numbers of PyTorch's catalogue (224x224), of kuangliu's and bearpaw's for CIFAR, and of the papers' tables. */
    static Stream<Arguments> sizes() {
        return Stream.of(
                Arguments.of(new AdaSplitLeNet(), SMALL, 10, 62_006),
                Arguments.of(PAPER_VGG16, LARGE, 1000, 138_357_544),
                Arguments.of(new Vgg11(false, List.of(4096, 4096), .5), LARGE, 1000, 132_863_336),
                Arguments.of(new Vgg16(true, List.of(), 0), SMALL, 10, 14_728_266),
                Arguments.of(new Vgg11(true, List.of(), 0), SMALL, 10, 9_231_114),
                Arguments.of(new AlexNet(0), SMALL, 10, 2_472_266),
                Arguments.of(new ResNet20(false), SMALL, 10, 269_722),
                Arguments.of(new ResNet20(true), SMALL, 10, 272_474),
                Arguments.of(PAPER_RESNET50, LARGE, 1000, 25_557_032),
                Arguments.of(new ResNet50(ResNet50.Stem.SMALL_IMAGES), SMALL, 10, 23_520_842),
                Arguments.of(new DarkCovidNet(), Shape.of(3, 256, 256), 2, 1_164_434),
                Arguments.of(new LstmNetwork(128, 1), Shape.of(1, 28, 28), 10, 4 * 128 * (28 + 128 + 2) + 1290),
                Arguments.of(new GruNetwork(128, 1), Shape.of(1, 28, 28), 10, 3 * 128 * (28 + 128 + 2) + 1290),
                Arguments.of(new LipidNetwork(List.of(16, 16)), Shape.of(6), 1, 7 * 16 + 17 * 16 + 17));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sizes")
    void networksHaveThePublishedNumberOfParameters(ModelOptions model, Shape input, int outputs, int published) {
        assertThat(model.architecture(input, outputs).parameterCount()).isEqualTo(published);
    }

    /** Published as multiply-accumulates of convolutions and dense layers, half of what is counted here. */
    static Stream<Arguments> costs() {
        return Stream.of(
                Arguments.of(PAPER_VGG16, LARGE, 1000, 15.47e9),
                Arguments.of(PAPER_RESNET50, LARGE, 1000, 4.09e9),
                Arguments.of(new ResNet20(false), SMALL, 10, 40.8e6));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("costs")
    void networksCostWhatIsPublished(ModelOptions model, Shape input, int outputs, double published) {
        double found = model.architecture(input, outputs).forwardFlops() / 2.;
        assertThat(found).isCloseTo(published, within(published * .015));
    }

    @Test
    void everyModelTakesTheTypicalInputAndTrains() {
        for (var entry : Registry.builtIn(ModelProvider.KIND).entries()) {
            if (entry.provider().options() != CustomModel.class) {
                ModelOptions model = withDefaults(entry.name());
                Architecture network = model.architecture(ModelOptions.TYPICAL_INPUT, 2);
                assertThat(network.name()).isEqualTo(entry.name()).isEqualTo(Described.name(model.getClass()));
                assertThat(network.cuts()).isEqualTo(model.cuts());
                Segment segment =
                        Segment.create(network.layers(), ModelOptions.TYPICAL_INPUT, Precision.FLOAT32, Seed.of(1));
                INDArray y = segment.forward(images(3));
                assertThat(y.shape()).containsExactly(3, 2);
                segment.backwardParameters(Nd4j.ones(DataType.FLOAT, 3, 2));
                assertThat(segment.gradients().norm2Number().doubleValue())
                        .as(entry.name())
                        .isPositive()
                        .isFinite();
                assertThat(segment.predict(images(2)).shape()).containsExactly(2, 2);
            }
        }
    }

    private static ModelOptions withDefaults(String name) {
        return switch (name) {
            case "lenet5" -> new LeNet5();
            case "adasplit-lenet" -> new AdaSplitLeNet();
            case "mlp" -> new MultilayerPerceptron();
            case "lipid-mlp" -> new LipidNetwork(List.of(16, 16));
            case "alexnet" -> new AlexNet(.5);
            case "vgg11" -> new Vgg11(true, List.of(64), .5);
            case "vgg16" -> new Vgg16(true, List.of(), 0);
            case "resnet20" -> new ResNet20(false);
            case "resnet50" -> new ResNet50(ResNet50.Stem.LARGE_IMAGES);
            case "darkcovidnet" -> new DarkCovidNet();
            case "lstm" -> new LstmNetwork(16, 2);
            case "gru" -> new GruNetwork(16, 1);
            default -> throw new AssertionError("Give the model " + name + " a line here");
        };
    }

    private static INDArray images(int count) {
        double[] numbers =
                Seed.of(4).generator().doubles((long) count * SMALL.length()).toArray();
        return Nd4j.createFromArray(numbers).castTo(DataType.FLOAT).reshape('c', SMALL.withBatch(count));
    }

    @Test
    void cutsAreNamed() {
        assertThat(new ResNet20(false).cuts())
                .startsWith("conv1", "norm1", "relu1", "block1-1")
                .endsWith("pool");
        assertThat(new LstmNetwork(16, 2).cuts()).containsExactly("rows", "lstm1", "lstm2", "last");
        assertThat(new Vgg11(false, List.of(64), .5).cuts())
                .startsWith("conv1-1", "relu1-1", "pool1", "conv2-1")
                .endsWith("flatten", "fc1", "fc-relu1", "dropout1");
        assertThat(new LipidNetwork(List.of(8)).cuts()).containsExactly("flatten", "fc1", "relu1");
    }

    @Test
    void adaSplitsCutsSendWhatItsTablesSay() {
        Architecture network = new AdaSplitLeNet().architecture(SMALL, 10);
        assertThat(Stream.of("relu1", "pool2", "relu3", "relu4")
                        .map(cut -> network.smashedShape(cut).length()))
                .containsExactly(4704, 400, 120, 84);
    }

    @Test
    void imagesThatAreTooSmallAreNamedWithTheSizeThatFits() {
        assertThatThrownBy(() -> new Vgg16(true, List.of(), 0).architecture(Shape.of(1, 28, 28), 10))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The model (vgg16) needs images of channels, height and width, 32 or more pixels high and"
                        + " wide; it gets (1x28x28). Use larger images, or a smaller model such as lenet5.");
        assertThatThrownBy(() -> new ResNet50(ResNet50.Stem.SMALL_IMAGES).architecture(Shape.of(7), 10))
                .hasMessageContaining("(resnet50)")
                .hasMessageContaining("it gets (7)");
    }

    @Test
    void allMistakesOfTheOptionsAreReported() {
        assertThatThrownBy(() -> new Vgg16(true, List.of(5, 0, -1), 1.5))
                .hasMessageContaining("hidden[1]: is 0; it must be at least 1")
                .hasMessageContaining("hidden[2]: is -1")
                .hasMessageContaining("dropout: is 1.5; it must lie between 0.0 and 0.999");
        assertThatThrownBy(() -> new LstmNetwork(0, 0))
                .hasMessageContaining("units: is 0")
                .hasMessageContaining("layers: is 0");
        assertThatThrownBy(() -> new LipidNetwork(List.of(0))).hasMessageContaining("hidden[0]: is 0");
        assertThatThrownBy(() -> new AlexNet(-.1)).hasMessageContaining("dropout: is -0.1");
    }
}
