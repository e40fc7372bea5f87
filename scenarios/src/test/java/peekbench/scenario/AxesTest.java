package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.binding.AxisValue;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;

/** Scenarios that vary keys over lists and ranges. */
class AxesTest {
    @TempDir
    private Path folder;

    private static ScenarioFile with(String lines) {
        return ScenarioReader.builtIn().parse("axes.yaml", ScenarioSamples.YAML + lines);
    }

    private static List<String> mistakes(String lines) {
        return catchThrowableOfType(ConfigurationException.class, () -> with(lines)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static Stream<List<String>> values(ScenarioFile file) {
        return file.variants().stream()
                .map(variant -> variant.values().stream().map(AxisValue::value).toList());
    }

    @Test
    void everyCombinationIsAScenarioAndTheLastAxisVariesFastest() {
        ScenarioFile file = with("""
                axes:
                  training.epochs: [1, 2]
                  training.optimizer.learning-rate: {from: 0.001, to: 0.1, steps: 3, scale: log}
                """);

        assertThat(values(file))
                .containsExactly(
                        List.of("1", "0.001"),
                        List.of("1", "0.01"),
                        List.of("1", "0.1"),
                        List.of("2", "0.001"),
                        List.of("2", "0.01"),
                        List.of("2", "0.1"));
        assertThat(file.variants().stream()
                        .map(variant -> variant.scenario().training().epochs()))
                .containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(file.variants().get(0).values().get(0)).isEqualTo(new AxisValue("training.epochs", "1"));
    }

    @Test
    void rangesHaveBothEndsAndAreWrittenShort() {
        assertThat(values(with("axes: {training.epochs: {from: 1, to: 5, step: 2}}\n")))
                .containsExactly(List.of("1"), List.of("3"), List.of("5"));
        assertThat(values(with("axes: {training.optimizer.learning-rate: {from: 0.1, to: 0.4, steps: 4}}\n")))
                .containsExactly(List.of("0.1"), List.of("0.2"), List.of("0.3"), List.of("0.4"));
        assertThat(values(
                        with("axes: {training.optimizer.learning-rate: {from: 0.1, to: 10, steps: 5, scale: log}}\n")))
                .containsExactly(List.of("0.1"), List.of("0.316228"), List.of("1"), List.of("3.16228"), List.of("10"));
    }

    @Test
    void anyKeyCanBeVariedAlsoWhatIsNoNumber() {
        ScenarioFile file = with("""
                axes:
                  training.optimizer: [{name: sgd, learning-rate: 0.1}, {name: adam, learning-rate: 0.01}]
                  "defenses[1][0].weight": [1, 4]
                """);

        assertThat(values(file).map(values -> values.get(0)).distinct())
                .containsExactly("{name: sgd, learning-rate: 0.1}", "{name: adam, learning-rate: 0.01}");
        assertThat(file.variants().get(3).scenario().defenses().get(1).get(0).label())
                .contains("4");
    }

    @Test
    void excludedCombinationsAreNamedWithTheirReason() {
        ScenarioFile file = with("""
                axes:
                  training.epochs: [1, 2, 3]
                  training.batch-size: [5, 10]
                  exclude:
                    - {training.epochs: 3, training.batch-size: 5.0, reason: it takes too long}
                    - {training.epochs: 2}
                """);

        assertThat(values(file)).containsExactly(List.of("1", "5"), List.of("1", "10"), List.of("3", "10"));
        assertThat(file.excluded().stream().map(left -> Variant.text(left.values()) + ": " + left.reason()))
                .containsExactly(
                        "training.epochs 2, training.batch-size 5: axes.exclude[1] of the scenario says so",
                        "training.epochs 2, training.batch-size 10: axes.exclude[1] of the scenario says so",
                        "training.epochs 3, training.batch-size 5: it takes too long");
    }

    @Test
    void anAssignmentLeavesOneValueOfTheAxis() throws IOException {
        Path written = Files.writeString(
                folder.resolve("axes.yaml"),
                ScenarioSamples.YAML + "axes: {training.epochs: [1, 2], exclude: [{training.epochs: 1}]}\n");
        ScenarioFile file =
                ScenarioReader.builtIn().read(ScenarioSource.of(written).with("training.epochs=7"));

        assertThat(values(file)).containsExactly(List.of("7"));
    }

    @Test
    void allMistakesInAxesAreSaidAtOnce() {
        assertThat(mistakes("""
                axes:
                  training.epochs: {from: 5, to: 1, step: 1}
                  training.batch-size: {from: 0, to: 10, step: 2, scale: log}
                  "[x": [1]
                  seeds: [[1], [2]]
                  training.epoch: []
                  training.optimizer: [{name: sgd, learning-rate: 0.1}]
                  training.optimizer.learning-rate: [0.1]
                  training: [{}]
                  exclude:
                    - {training.optimizer.learning-rate: 0.2}
                    - {training.optimizer.learning-rat: 0.1}
                    - {reason: none}
                """))
                .contains(
                        "axes.yaml:16: axes.training.epochs.to: is 1.0, but from is 5.0; it must be above it.",
                        "axes.yaml:17: axes.training.batch-size.step: is the size of a step, which a logarithmic scale does not"
                                + " have. Use steps.",
                        "axes.yaml:17: axes.training.batch-size.from: is 0.0; on a logarithmic scale it must be above 0.",
                        "axes.yaml:18: axes.[x: is no path of a key; write one as in training.epochs or defenses[1][0].weight.",
                        "axes.yaml:19: axes.seeds: cannot be varied: seeds is said once for the whole file. Vary another key.",
                        "axes.yaml:23: axes.training: replaces what training.optimizer, an axis above it, has set. Put it"
                                + " above.",
                        "axes.yaml:25: axes.exclude[0].training.optimizer.learning-rate: is 0.2, which the axis does not have;"
                                + " its values are 0.1.",
                        "axes.yaml:26: axes.exclude[1].training.optimizer.learning-rat: is no axis; the axes are"
                                + " training.optimizer, training.optimizer.learning-rate. Maybe you meant"
                                + " training.optimizer.learning-rate.",
                        "axes.yaml:27: axes.exclude[2]: has a reason only; name a key of axes and its value as well.")
                .anyMatch(mistake -> mistake.startsWith(
                        "axes.yaml:20: axes.training.epoch: must be a list of values with at least one"));
    }

    @Test
    void aMistakeOfAllVariantsIsSaidOnceAndOneOfSomeWithTheFirst() {
        assertThat(mistakes("atacks: []\naxes: {training.epochs: [-2, 1, -1], training.batch-size: [5, 10]}\n"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("axes.yaml:15: atacks: is not a key here"),
                        second -> assertThat(second)
                                .isEqualTo("axes.yaml:16: training.epochs: is -2; it must be at least 0. (So with"
                                        + " training.epochs -2, training.batch-size 5, and 1 more of 6 combinations.)"),
                        third -> assertThat(third).contains("training.epochs: is -1"));
    }

    @Test
    void aKeyThatIsNotThereAndAnAxisTooLongAreRefused() {
        assertThat(mistakes("axes: {training.epocs: [1]}\n"))
                .singleElement()
                .asString()
                .startsWith("axes.yaml:15: training.epocs: is not a key here")
                .contains("Maybe you meant epochs");
        assertThat(mistakes("axes: {'defenses[7]': [[]]}\n"))
                .singleElement()
                .asString()
                .startsWith("axes.yaml:15: axes.defenses[7]: has 2 entries, so [7] is beyond its end");
        assertThat(mistakes(
                        "axes: {training.epochs: {from: 1, to: 500, step: 1}, training.batch-size: {from: 1, to: 500,"
                                + " step: 1}}\n"))
                .containsExactly(
                        "axes.yaml:15: axes: have 250000 combinations; at most 10000 are allowed. Vary fewer keys at"
                                + " once, or in larger steps.");
    }

    @Test
    void theSchemaKnowsAxesAndIncludedFiles() {
        JsonNode schema = ScenarioReader.builtIn().schema();

        assertThat(schema.at("/properties/axes/additionalProperties/anyOf/1/properties/scale/enum"))
                .map(JsonNode::textValue)
                .containsExactly("linear", "log");
        assertThat(schema.at("/properties/include/type").textValue()).isEqualTo("string");
        assertThat(schema.at("/anyOf/0/required")).map(JsonNode::textValue).containsExactly("include", "name");
        assertThat(schema.has("required")).isFalse();
    }
}
