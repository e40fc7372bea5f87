package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import peekbench.data.format.ImageFolder;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;
import peekbench.training.ProtocolOptions;

/** Which records a scenario needs, and which must stay together. */
class RecordsTest {
    private static ScenarioFile withLine(String start, String line) {
        return ScenarioReader.builtIn()
                .parse(
                        "sample.yaml",
                        ScenarioSamples.YAML
                                .lines()
                                .map(other -> other.startsWith(start) ? line : other)
                                .collect(Collectors.joining("\n")));
    }

    private static List<String> problems(ThrowingCallable call) {
        return catchThrowableOfType(ConfigurationException.class, call).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void refusesAStudentWithoutPublicRecords() {
        assertThat(problems(() -> withLine("  - centralized", "  - {name: student, clients: 2, student-epochs: 1}")))
                .singleElement()
                .asString()
                .contains("data.attacker-auxiliary: is 0, but protocols[1] (student of vanilla split, 2 clients) learns"
                        + " from these records as public ones; give at least 1.");
    }

    /** Their options are those of another protocol and one of their own. */
    @Test
    void readsProtocolsThatTakeTheOptionsOfAnother() {
        String ensemble = "  - {name: ensemble-split, clients: 2, members: 3, weights: none, tested: average}";
        String proximal = "\n  - {name: fedprox, clients: 2, local-epochs: 3, mu: 0.1}";
        Scenario scenario = withLine("  - centralized", ensemble + proximal).scenario();
        assertThat(scenario.protocols())
                .extracting(ProtocolOptions::label)
                .endsWith("ensemble of 3, 2 clients, own layers", "FedProx μ = 0.1, 2 clients, 3 local epochs");
        assertThat(problems(() -> withLine("  - centralized", "  - {name: fedprox, clients: 0, mu: -1}")))
                .containsExactly(
                        "sample.yaml:9: protocols[1].clients: is 0; it must be at least 1.",
                        "sample.yaml:9: protocols[1].mu: is -1.0; it must be a finite number of at least 0.");
    }

    @Test
    void readsGroupsOfAnImageFolder() {
        ScenarioFile file = withLine(
                "data",
                "data: {dataset: scans, victim-train: 4, victim-test: 2, image-folder: {path: scans, index: index.csv,"
                        + " group-column: patient_id}}");
        assertThat(file.scenario().data().imageFolder())
                .contains(new ImageFolder("scans", Optional.of("index.csv"), Optional.of("patient_id")));
        assertThat(problems(() -> withLine(
                        "data",
                        "data: {dataset: mnist, victim-train: 4, victim-test: 2, image-folder: {path: scans,"
                                + " group-column: patient_id}}")))
                .singleElement()
                .asString()
                .contains("data.image-folder.group-column: is patient_id, but there is no index file");
    }
}
