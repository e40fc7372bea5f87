package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.data.Partition;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.defense.nopeek.NoPeek;
import peekbench.nn.array.Precision;
import peekbench.nn.model.LeNet5;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.whole.Centralized;
import peekbench.registry.Registry;

class ScenarioFileTest {
    @TempDir
    private Path folder;

    private static List<String> problems(ThrowingCallable call) {
        return catchThrowableOfType(ConfigurationException.class, call).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static ScenarioFile parse(String yaml) {
        return ScenarioReader.builtIn().parse("sample.yaml", yaml);
    }

    private static ScenarioFile withLine(String start, String line) {
        return parse(ScenarioSamples.YAML
                .lines()
                .map(other -> other.startsWith(start) ? line : other)
                .collect(Collectors.joining("\n")));
    }

    @Test
    void readsAScenario() {
        Scenario scenario = ScenarioSamples.scenario();

        assertThat(scenario.precision()).isEqualTo(Precision.FLOAT32);
        assertThat(scenario.model()).isEqualTo(new LeNet5());
        assertThat(scenario.data().partition()).isEqualTo(new Partition.Iid());
        assertThat(scenario.protocols())
                .containsExactly(
                        new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE),
                        new Centralized(1));
        assertThat(scenario.defenses()).containsExactly(List.of(), List.of(new NoPeek(NoPeek.Form.ADDED, 2)));
        assertThat(scenario.evaluation().images()).isEqualTo(1000);
        assertThat(scenario.seeds()).containsExactly(1L, 2L);
    }

    @Test
    void readsWhatItWrites() {
        Scenario scenario = ScenarioSamples.scenario();

        assertThat(parse(ScenarioFormat.yaml(scenario)).scenario()).isEqualTo(scenario);
        assertThat(parse(ScenarioFormat.tree(scenario).toPrettyString()).scenario())
                .isEqualTo(scenario);
    }

    @Test
    void reportsAllMistakesOfAScenarioAtOnce() {
        List<String> mistakes = problems(() -> parse("""
                format: 1
                name: mnist-split
                title: Everything wrong
                precision: float23
                data: {dataset: mnits, victim-train: 40, victim-test: 20, partition: {name: dirichlet, alpha: .nan}}
                model: lenet5
                cuts: [pool3]
                protocols:
                  - {name: vanilla-split, clients: 0}
                training: {epochs: -1, batch-size: 10, optimizer: {name: sgd, learning-rat: 0.05}}
                defenses:
                  - [{name: nopeek, form: added, weight: -2}]
                  - [{name: nopeek, form: convex, weight: .NaN}]
                seeds: []
                """));

        assertThat(mistakes)
                .containsExactly(
                        "sample.yaml:4: precision: is float23; it must be one of float32, float64. Maybe you meant"
                                + " float32.",
                        "sample.yaml:5: data.dataset: There is no data set (mnits); there are "
                                + String.join(
                                        ", ",
                                        Registry.builtIn(DatasetProvider.KIND).names()) + ". Maybe you meant mnist."
                                + " For a data set of your own give image-folder or table or arrays or"
                                + " idx-folder or cifar-folder as well.",
                        "sample.yaml:5: data.partition.alpha: is .nan; it must be a finite number.",
                        "sample.yaml:7: cuts[0]: The cut (pool3) of scenario (mnist-split) is not in model (lenet5); its"
                                + " cuts are conv1, relu1, pool1, conv2, relu2, pool2, flatten, fc1, relu3, fc2, relu4."
                                + " Maybe you meant pool2.",
                        "sample.yaml:9: protocols[0].clients: is 0; it must be at least 1.",
                        "sample.yaml:10: training.optimizer.learning-rat: is not a key here; the keys are name,"
                                + " learning-rate, momentum, weight-decay. Maybe you meant learning-rate.",
                        "sample.yaml:10: training.optimizer.learning-rate: is missing; it must be a finite number (step"
                                + " size).",
                        "sample.yaml:10: training.epochs: is -1; it must be at least 0.",
                        "sample.yaml:12: defenses[0][0].weight: is -2.0; it must be a finite number of at least 0.",
                        "sample.yaml:13: defenses[1][0].weight: is .NaN; it must be a finite number.",
                        "sample.yaml:14: seeds: is an empty list; it must have at least one entry.");
    }

    @Test
    void refusesANewerFormat() {
        assertThat(problems(() -> withLine("format", "format: 2")))
                .containsExactly("sample.yaml:1: format: is 2, which is newer than this version of Peekbench; it reads"
                        + " format 1. Use a newer Peekbench.");
    }

    @Test
    void refusesNamesThatAreNoFolders() {
        assertThat(problems(() -> withLine("name", "name: ../MNIST")))
                .containsExactly("sample.yaml:2: name: is (../MNIST); it names a folder: small letters, digits and"
                        + " dashes, at most 60, as in mnist-split.");
    }

    @Test
    void aScenarioWithoutATitleIsCalledByItsName() {
        assertThat(withLine("title", "title: ''").scenario().title()).isEqualTo("mnist-split");
        assertThat(withLine("title", "# none").scenario().title()).isEqualTo("mnist-split");
    }

    @Test
    void ownDataAreCalledByTheirFileAndOneIsEnough() {
        DataPlan own = withLine(
                        "data", "data: {table: {path: in/t.csv, class-column: y}, victim-train: 4, victim-test: 2}")
                .scenario()
                .data();
        assertThat(own.dataset()).isEqualTo("t.csv");
        assertThat(own.own()).isPresent();
        assertThat(problems(() -> withLine("data", "data: {victim-train: 4, victim-test: 2}")))
                .containsExactly(
                        "sample.yaml:4: data.dataset: is missing; name a data set, see peekbench list datasets, or"
                                + " give own data: image-folder, table, arrays, idx-folder or cifar-folder.");
        assertThat(problems(() -> withLine(
                        "data",
                        "data: {arrays: {path: a.npz}, image-folder: {path: b}, victim-train: 4, victim-test: 2}")))
                .containsExactly(
                        "sample.yaml:4: data: has 2 data sets of your own (b, a.npz); a scenario has one. Remove"
                                + " the others.");
        // What is wrong within them does not mean that they are missing.
        assertThat(problems(() -> withLine(
                        "data", "data: {image-folder: {path: b, resize: 32}, victim-train: 4, victim-test: 2}")))
                .containsExactly("sample.yaml:4: data.image-folder.resize: is 32; it must be a list, as in [32].");
    }

    @Test
    void refusesProtocolsThatAreDefendedAndUndefended() {
        assertThat(problems(() -> withLine("training", "undefended-protocols: [centralized]\ntraining: {epochs: 1}")))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("undefended-protocols[0]: is the same as protocols[1]; remove one of the two."));
    }

    @Test
    void refusesEntriesGivenTwice() {
        assertThat(problems(() -> withLine("seeds", "seeds: [3, 4, 3]")))
                .containsExactly("sample.yaml:14: seeds[2]: is the same as seeds[0]; remove one of the two.");
    }

    @Test
    void wantsOneShareAClient() {
        String data = "data: {dataset: lipids, victim-train: 40, victim-test: 20,"
                + " partition: {name: unequal, shares: [1, 2, 3]}}";
        assertThat(problems(() -> withLine("data", data)))
                .contains("sample.yaml:4: data.partition.shares: has 3 shares, but protocols[0] deals to 2 clients;"
                        + " give one share a client.");
    }

    @Test
    void wantsAnArmForAProtocolThatTakesNoDefenses() {
        assertThat(problems(() -> withLine("  - []", "")))
                .containsExactly(
                        "sample.yaml:9: protocols[1]: The protocol (centralized) cannot be trained with any arm in defenses:"
                                + " the protocol takes no defenses: nothing is sent that they could protect; vanilla-split with 1 client trains alike and takes"
                                + " them. Add the arm [] to defenses, or change the protocol.");
    }

    @Test
    void wantsAProtocolForEveryArmAndSaysSoWithTheOtherMistakes() {
        String yaml = ScenarioSamples.YAML.replace("  - {name: vanilla-split, clients: 2}\n", "");
        String never = "sample.yaml:12: defenses[1]: would never be applied, since no entry of protocols takes it:"
                + " the protocol takes no defenses: nothing is sent that they could protect; vanilla-split with 1 client trains alike and takes them."
                + " Remove the arm, or add a protocol that takes it.";

        assertThat(problems(() -> parse(yaml))).containsExactly(never);
        assertThat(problems(() -> parse(yaml.replace("epochs: 1", "epochs: -1"))))
                .containsExactly("sample.yaml:9: training.epochs: is -1; it must be at least 0.", never);
    }

    @Test
    void saysThatThereIsNoQuickVersion(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("sample.yaml"), ScenarioSamples.YAML);
        assertThatThrownBy(() ->
                        ScenarioReader.builtIn().read(ScenarioSource.of(file).inQuick()))
                .hasMessageContaining("has no quick version. Leave out --quick");
    }

    @Test
    void replacesValuesOfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("sample.yaml"), ScenarioSamples.YAML);

        Scenario scenario = ScenarioReader.builtIn()
                .read(ScenarioSource.of(file).with("training.epochs=7").withSeed(9))
                .scenario();
        assertThat(scenario.training().epochs()).isEqualTo(7);
        assertThat(scenario.seeds()).containsExactly(9L);
        assertThat(problems(() ->
                        ScenarioReader.builtIn().read(ScenarioSource.of(file).with("cuts=[pool3]"))))
                .singleElement()
                .asString()
                .startsWith("--set: cuts[0]: The cut (pool3) of scenario (mnist-split) is not in model (lenet5)");
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("sample.yaml"), ScenarioSamples.YAML);
        Path mistyped = folder.resolve("smaple.yaml");
        Path latin = Files.write(folder.resolve("latin.yaml"), "title: Ä".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems(() -> ScenarioReader.builtIn().read(ScenarioSource.of(mistyped))))
                .containsExactly(
                        "There is no file (" + mistyped + "). Maybe you meant " + folder.resolve("sample.yaml") + ".");
        assertThat(problems(() -> ScenarioReader.builtIn().read(ScenarioSource.of(latin))))
                .containsExactly("The file (" + latin + ") is not UTF-8 text. Save it as UTF-8.");
        assertThat(problems(() -> ScenarioReader.builtIn().read(ScenarioSource.of(folder))))
                .singleElement()
                .asString()
                .contains("cannot be read");
    }
}
