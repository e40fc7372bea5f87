package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import peekbench.data.AuxiliarySource;
import peekbench.data.Dataset;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;

/** How a scenario names where the attacker's records come from. */
class AuxiliaryScenarioTest {
    private static ScenarioFile with(String auxiliary, String attacks) {
        String data = "attacker-auxiliary: 10, attacker-validation: 10, auxiliary: " + auxiliary + "}";
        return ScenarioReader.builtIn()
                .parse(
                        "sample.yaml",
                        ScenarioSamples.YAML.replace("victim-test: 20}", "victim-test: 20, " + data) + "attacks: "
                                + attacks + "\n");
    }

    private static List<String> problems(ThrowingCallable call) {
        return catchThrowableOfType(ConfigurationException.class, call).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void everySourceIsReadAndWritten() {
        Scenario scenario = with(
                        "[same, {name: missing-class, label: 9}, {name: other-dataset, dataset: notmnist}, noise]",
                        "[{name: decoder}]")
                .scenario();
        assertThat(scenario.data().auxiliary())
                .containsExactly(
                        new AuxiliarySource.Same(),
                        new AuxiliarySource.MissingClass(9),
                        new AuxiliarySource.OtherDataset("notmnist"),
                        new AuxiliarySource.Noise());
        assertThat(scenario.data().auxiliary())
                .extracting(AuxiliarySource::suffix)
                .containsExactly("", "-without-class-9", "-with-notmnist", "-with-noise");
        assertThat(ScenarioReader.builtIn()
                        .parse("written.yaml", ScenarioFormat.yaml(scenario))
                        .scenario())
                .isEqualTo(scenario);
        assertThat(ScenarioSamples.scenario().data().auxiliary()).containsExactly(new AuxiliarySource.Same());
    }

    @Test
    void everyMistakeIsNamed() {
        assertThat(problems(() -> with("[]", "[]")))
                .containsExactly(
                        "sample.yaml:4: data.auxiliary: is an empty list; name at least one source, as in [same].");
        assertThat(problems(() -> with("[same, same, {name: other-dataset, dataset: notmnits}]", "[]")))
                .anySatisfy(problem -> assertThat(problem).contains("data.auxiliary: names a source twice"))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("There is no data set (notmnits)")
                        .contains("Maybe you meant notmnist."));
        assertThat(problems(() -> with("[{name: other-dataset, dataset: fashion-mnist}]", "[]")))
                .singleElement()
                .asString()
                .contains("data.auxiliary[0].dataset: is fashion-mnist, which has records of the victims' data set"
                        + " (fashion-mnist-sample)");
        assertThat(problems(() -> with("[same, noise]", "[{name: decoder}, {name: pseudo-client}]")))
                .singleElement()
                .asString()
                .contains("data.auxiliary[1]: gives attackers records without classes, but attacks[1] (pseudo-client)"
                        + " trains on classes.");
    }

    @Test
    void epochsToAttackAtMustBeEpochsOfTheTraining() {
        String attacked = "[{name: decoder}]\nattack-at-epochs: [0, 2, 0]";
        assertThat(problems(() -> with("[same]", attacked)))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("attack-at-epochs[1]: is 2, but the training of protocols[0] has 1 epochs."))
                .anySatisfy(problem ->
                        assertThat(problem).contains("attack-at-epochs: is [0, 2, 0]; list each epoch once."));
        assertThat(problems(() -> with("[same]", "[]\nattack-at-epochs: [1]")))
                .singleElement()
                .asString()
                .contains("attack-at-epochs: is [1], but the scenario has no attacks.");
    }

    @Test
    void sourcesThatDoNotFitTheDataAreNamed() {
        Dataset clothing = DataCatalogue.embedded("fashion-mnist-sample");
        Dataset table = DataCatalogue.embedded("lipids");
        assertThat(problems(() -> with("[{name: missing-class, label: 10}]", "[{name: decoder}]")
                        .checkAgainst(ScenarioData.of(clothing))))
                .singleElement()
                .asString()
                .contains(
                        "data.auxiliary[0].label: is 10, but data set (fashion-mnist-sample) has the classes 0 to 9.");
        assertThat(problems(() -> with("[{name: other-dataset, dataset: lipids}]", "[{name: decoder}]")
                        .checkAgainst(new ScenarioData(clothing, Map.of("lipids", table)))))
                .singleElement()
                .asString()
                .contains("data.auxiliary[0].dataset: is lipids, which does not fit data set (fashion-mnist-sample):"
                        + " only images are scaled");
    }
}
