package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.data.catalogue.FetchProgress;
import peekbench.problem.Problem;
import peekbench.registry.Registry;

/** Scenarios of attacks on labels. */
class LabelScenarioTest {
    /** As {@code attacks/README.md} shows them. */
    private static final String ATTACKS = """
            attacks:
              - {name: received-labels, epochs: [1]}
              - {name: gradient-norm, epochs: [1, 2]}
              - {name: gradient-direction, epochs: [1]}
              - {name: gradient-clustering, by: [gradients, features], epoch: 1, starts: 4}
              - {name: model-completion, records-per-class: [4, 16, 64], epochs: 100}
            """;

    private static final String YAML = """
            format: 1
            name: labels
            title: Labels
            data: {dataset: fashion-mnist-sample, positive-class: shirt, victim-train: 40, victim-test: 20, \
            attacker-auxiliary: 30, attacker-validation: 10}
            model: lenet5
            cuts: [pool1]
            protocols: [{name: vanilla-split, clients: 2}, {name: wrap-around, clients: 2, head: relu4}]
            training: {epochs: 2, batch-size: 10, optimizer: {name: sgd, learning-rate: 0.05}}
            seeds: [1]
            """ + ATTACKS;

    private static Scenario scenario(String yaml) {
        return ScenarioReader.builtIn().parse("labels.yaml", yaml).scenario();
    }

    private static ScenarioData load(Scenario scenario) {
        return scenario.data()
                .load(
                        DataCatalogue.of(Registry.builtIn(DatasetProvider.KIND), Optional.empty(), Optional.empty()),
                        FetchProgress.silent());
    }

    @Test
    void areReadWrittenAndAllowedByTheSchema() {
        Scenario scenario = scenario(YAML);
        assertThat(scenario(ScenarioFormat.yaml(scenario))).isEqualTo(scenario);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(ScenarioReader.builtIn().schema().toString())
                        .validate(YAML, InputFormat.YAML))
                .isEmpty();
        assertThat(scenario.data().label()).isEqualTo("fashion-mnist-sample, shirt against the rest");
        assertThat(load(scenario).dataset().task().outputs()).isEqualTo(2);
        assertThat(ScenarioCheck.against(scenario, load(scenario))).isEmpty();
    }

    @Test
    void anUnknownClassIsNamedWithTheKnownOnes() {
        Scenario scenario = scenario(YAML.replace("positive-class: shirt", "positive-class: sandals"));
        assertThatThrownBy(() -> load(scenario))
                .hasMessageContaining(
                        "The class (sandals) is not one of several in data set (fashion-mnist-sample); its"
                                + " classes are T-shirt, trouser,")
                .hasMessageContaining("Maybe you meant sandal.");
    }

    @Test
    void anAttackOnTwoClassesIsRefusedWhereThereAreTen() {
        Scenario scenario = scenario(YAML.replace("positive-class: shirt, ", ""));
        assertThat(ScenarioCheck.against(scenario, load(scenario)))
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains("attacks[1]")
                .contains(
                        "The attack (gradient-norm) cannot be mounted on data set (fashion-mnist-sample): it tells two"
                                + " classes apart, and this task has 10 classes. Set data.positive-class, or use");
    }

    @Test
    void anEpochThatIsNotTrainedCannotBeWatched() {
        assertThatThrownBy(() -> scenario(YAML.replace("epochs: [1, 2]", "epochs: [1, 3]")))
                .hasMessageContaining("attacks[1]")
                .hasMessageContaining(
                        "The attack (gradient-norm) looks at epoch 3, but training.epochs is 2. Let it look"
                                + " at an earlier epoch, or train longer.");
    }

    @Test
    void aTableHasNoPositiveClass() {
        assertThatThrownBy(() -> scenario(YAML.replace(
                        "positive-class: shirt,", "positive-class: shirt, table: {path: x.csv, target-columns: [a]},")))
                .hasMessageContaining("data.positive-class")
                .hasMessageContaining(
                        "is (shirt), but the target-columns of the table are numbers to predict, no classes.");
    }
}
