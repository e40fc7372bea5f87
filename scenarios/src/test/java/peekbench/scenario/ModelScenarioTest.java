package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.model.ModelProvider;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;
import peekbench.registry.Described;
import peekbench.registry.Registry;

/** How a scenario chooses its network, and lists one of its own. */
class ModelScenarioTest {
    private static final String LAYERS = """
            model:
              name: layers
              layers:
                - {name: conv1, kind: convolution, output-channels: 16, kernel: 3, padding: 1}
                - {name: norm1, kind: batch-normalization}
                - {name: relu1, kind: leaky-relu}
                - name: block1
                  kind: residual
                  activation: relu
                  main:
                    - {name: conv1, kind: convolution, output-channels: 16, kernel: 3, padding: 1, bias: false}
                    - {name: norm1, kind: batch-normalization}
                - {name: pool1, kind: max-pooling, kernel: 2}
                - {name: flatten, kind: flatten}
                - {name: drop1, kind: dropout, rate: 0.25}
                - {name: fc1, kind: dense, outputs: 10}
            """;

    private static String yaml(String model, String cut) {
        return ScenarioSamples.YAML.replace("model: lenet5\n", model).replace("[pool1, fc1]", "[" + cut + "]");
    }

    private static Scenario scenario(String model, String cut) {
        return ScenarioReader.builtIn().parse("sample.yaml", yaml(model, cut)).scenario();
    }

    private static List<String> problems(String model, String cut) {
        return catchThrowableOfType(ConfigurationException.class, () -> scenario(model, cut)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void everyModelCanBeChosenByItsName() {
        for (String name : Registry.builtIn(ModelProvider.KIND).names()) {
            if (!name.matches("layers|deeplearning4j")) {
                String first = name.startsWith("vgg") ? "conv1-1" : name.endsWith("mlp") ? "fc1" : "conv1";
                String cut = Set.of("lstm", "gru").contains(name) ? "last" : first;
                assertThat(Described.name(
                                scenario("model: " + name + "\n", cut).model().getClass()))
                        .isEqualTo(name);
            }
        }
    }

    @Test
    void optionsAreRead() {
        Scenario scenario = scenario("model: {name: resnet50, stem: large-images}\n", "pool1");
        assertThat(scenario.model().cuts()).contains("pool1", "block4-3");
        assertThat(problems("model: {name: vgg16, hidden: [0, 512], dropout: 2}\n", "pool1"))
                .containsExactlyInAnyOrder(
                        "sample.yaml:5: model.hidden[0]: is 0; it must be at least 1.",
                        "sample.yaml:5: model.dropout: is 2.0; it must lie between 0.0 and 0.999.");
    }

    @Test
    void layersOfOnesOwnAreReadAndWritten() {
        Scenario scenario = scenario(LAYERS, "block1");
        Architecture network = scenario.model().architecture(Shape.of(1, 28, 28), 10);
        assertThat(network.cuts()).containsExactly("conv1", "norm1", "relu1", "block1", "pool1", "flatten", "drop1");
        assertThat(network.smashedShape("pool1")).isEqualTo(Shape.of(16, 14, 14));
        assertThat(ScenarioReader.builtIn()
                        .parse("written.yaml", ScenarioFormat.yaml(scenario))
                        .scenario())
                .isEqualTo(scenario);
    }

    @Test
    void theSchemaTakesLayersAndRefusesUnknownOnes() {
        assertThat(violations(yaml(LAYERS, "block1"))).isEmpty();
        assertThat(violations(yaml(LAYERS.replace("kind: flatten", "kind: flat"), "block1")))
                .isNotEmpty();
        assertThat(violations(yaml(LAYERS.replace(", kernel: 2", ", size: 2"), "block1")))
                .isNotEmpty();
    }

    private static List<Error> violations(String yaml) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ScenarioReader.builtIn().schema().toString())
                .validate(yaml, InputFormat.YAML);
    }

    @Test
    void allMistakesOfAllLayersAreReported() {
        String wrong = LAYERS.replace("kernel: 3, padding: 1}", "kernel: 0, padding: 1}")
                .replace("kind: leaky-relu", "kind: leaky-rely")
                .replace("rate: 0.25", "rat: 0.25")
                .replace(", outputs: 10", "");

        List<String> mistakes = problems(wrong, "block1");

        assertThat(mistakes)
                .anySatisfy(m -> assertThat(m)
                        .contains(
                                "sample.yaml:8",
                                "model.layers[0].kernel: of layer (conv1) is 0; it must be at least 1"))
                .anySatisfy(m -> assertThat(m)
                        .contains("model.layers[2].kind", "no layer (leaky-rely)", "Maybe you meant leaky-relu"))
                .anySatisfy(
                        m -> assertThat(m).contains("model.layers[6].rat: is not a key here", "Maybe you meant rate"))
                .anySatisfy(
                        m -> assertThat(m).contains("model.layers[7].outputs: is missing; it must be a whole number"));
    }

    @Test
    void aLayerNamesItselfInItsMistakes() {
        String wrong = LAYERS.replace("{name: conv1, kind: convolution", "{name: Conv 1, kind: convolution")
                .replace("kernel: 3, padding: 1}", "kernel: 3, stride: 0, padding: 4}")
                .replace("{name: flatten, kind: flatten}", "{name: flatten, kind: reshape, shape: [0, 28]}");
        assertThat(problems(wrong, "block1"))
                .anySatisfy(m -> assertThat(m).contains("model.layers[0].name: is (Conv 1); it names a cut"))
                .anySatisfy(m -> assertThat(m)
                        .contains("model.layers[0].stride: of layer (Conv 1) is 0; it must be at least 1."))
                .anySatisfy(m -> assertThat(m).contains("model.layers[0].padding: of layer (Conv 1) is 4"))
                .anySatisfy(m -> assertThat(m).contains("model.layers[3].main[0].name: is (Conv 1)"))
                .anySatisfy(m -> assertThat(m).contains("model.layers[5].shape[0]: of layer (flatten) is 0"));
        String block = "- {name: norm1, kind: batch-normalization}\n";
        assertThat(problems(LAYERS.replace("      main:\n", "      main: []\n      shortcut:\n"), "block1"))
                .singleElement()
                .asString()
                .contains("model.layers[3]: In layer (block1): A residual block has no layers on its main path");
        assertThat(problems(LAYERS.replace("        " + block, "        - {name: inner, kind: residual}\n"), "block1"))
                .anySatisfy(m -> assertThat(m)
                        .contains("model.layers[3].main[1].kind", "no layer (residual); there are convolution,"));
    }

    @Test
    void takenNamesAndUnknownCutsAreReported() {
        assertThat(problems(LAYERS.replace("name: pool1", "name: conv1"), "block1"))
                .singleElement()
                .asString()
                .contains("model.layers[4].name: is (conv1), as is that of layers[0]; give each layer its own.");
        assertThat(problems(LAYERS, "pol1"))
                .singleElement()
                .asString()
                .contains("The cut (pol1)", "is not in model (layers)", "Maybe you meant pool1");
    }
}
