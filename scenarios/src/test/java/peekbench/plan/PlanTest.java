package peekbench.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import peekbench.binding.AxisValue;
import peekbench.result.TrialSetting;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioReader;
import peekbench.scenario.ScenarioSamples;
import peekbench.trial.TrialRecords;

class PlanTest {
    private static List<TrialPlan> trials(String yaml) {
        return Plan.of(ScenarioReader.builtIn().parse("sample.yaml", yaml).scenario())
                .trials();
    }

    @Test
    void isTheGridOfProtocolsCutsArmsAndSeeds() {
        assertThat(trials(ScenarioSamples.YAML))
                .extracting(TrialPlan::id)
                .containsExactly(
                        "vanilla-split-2-pool1-undefended-seed1",
                        "vanilla-split-2-pool1-undefended-seed2",
                        "vanilla-split-2-pool1-nopeek-added-2.0-seed1",
                        "vanilla-split-2-pool1-nopeek-added-2.0-seed2",
                        "vanilla-split-2-fc1-undefended-seed1",
                        "vanilla-split-2-fc1-undefended-seed2",
                        "vanilla-split-2-fc1-nopeek-added-2.0-seed1",
                        "vanilla-split-2-fc1-nopeek-added-2.0-seed2",
                        "centralized-pool1-undefended-seed1",
                        "centralized-pool1-undefended-seed2",
                        "centralized-fc1-undefended-seed1",
                        "centralized-fc1-undefended-seed2");
    }

    @Test
    void saysWhatItLeavesOut() {
        Plan plan = Plan.of(ScenarioSamples.scenario());

        assertThat(LeftOut.messages(plan.leftOut()))
                .containsExactly("Left out: centralized with NoPeek CE + 2·dCor, since the protocol takes no defenses:"
                        + " nothing is sent that they could protect; vanilla-split with 1 client trains alike and takes"
                        + " them.");
    }

    @Test
    void trainsUndefendedProtocolsWithoutADefenseOnly() {
        String yaml = ScenarioSamples.YAML.replace(
                "training:", "undefended-protocols:\n  - {name: parallel-split, clients: 2}\ntraining:");

        assertThat(trials(yaml))
                .extracting(TrialPlan::group)
                .filteredOn(group -> group.startsWith("parallel-split"))
                .containsOnly("parallel-split-2-pool1-undefended", "parallel-split-2-fc1-undefended");
    }

    @Test
    void leavesOutDefensesThatWouldDoNothing() {
        Plan plan = Plan.of(ScenarioReader.builtIn()
                .parse(
                        "sample.yaml",
                        ScenarioSamples.YAML.replace("centralized", "{name: sanitized-training, clients: 2}"))
                .scenario());

        assertThat(LeftOut.messages(plan.leftOut()))
                .containsExactly("Left out: sanitized training, 2 clients with NoPeek CE + 2·dCor, since the defense"
                        + " (NoPeek CE + 2·dCor) works on the client's loss, and with this protocol defenses work only"
                        + " on inputs, smashed data.");
        assertThat(plan.trials()).hasSize(12);
    }

    @Test
    void namesArmsAndSeedGroups() {
        TrialPlan undefended = trials(ScenarioSamples.YAML).get(0);
        TrialPlan defended = trials(ScenarioSamples.YAML).get(3);

        assertThat(undefended.armLabel()).isEqualTo("no defense");
        assertThat(defended.armLabel()).isEqualTo("NoPeek CE + 2·dCor");
        assertThat(defended.group()).isEqualTo("vanilla-split-2-pool1-nopeek-added-2.0");
        assertThat(defended.group())
                .isEqualTo(trials(ScenarioSamples.YAML).get(2).group());
    }

    @Test
    void namesOptionsThatDifferFromTheirDefaults() {
        String yaml = ScenarioSamples.YAML
                .replace("clients: 2}", "clients: 2, hand-over: weights-only}")
                .replace("- centralized", "- {name: centralized, order-of-clients: 3}");

        assertThat(trials(yaml))
                .extracting(TrialPlan::group)
                .contains("vanilla-split-2-weights-only-pool1-undefended", "centralized-3-pool1-undefended");
    }

    @Test
    void aPointIsTheScenarioOfOneTrialAndIndependentOfTheOthers() {
        Scenario point = trials(ScenarioSamples.YAML).get(2).point();

        assertThat(Plan.of(point).trials())
                .extracting(TrialPlan::id)
                .containsExactly("vanilla-split-2-pool1-nopeek-added-2.0-seed1");
        assertThat(trials(ScenarioSamples.YAML.replace("seeds: [1, 2]", "seeds: [1]"))
                        .get(1)
                        .point())
                .isEqualTo(point);
    }

    @Test
    void keepsLongNamesApart() {
        String defense = "{name: nopeek, form: added, weight: 0.%d}";
        String many = "  - ["
                + String.join(
                        ", ",
                        List.of(
                                defense.formatted(11111111),
                                defense.formatted(22222222),
                                defense.formatted(33333333),
                                defense.formatted(44444444),
                                defense.formatted(55555555)))
                + "]\n";
        String others = many.replace("55555555", "66666666");

        List<String> ids = trials(ScenarioSamples.YAML.replace("  - []\n", "  - []\n" + many + others)).stream()
                .map(TrialPlan::id)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.length() <= 150);
    }

    private static Plan withAxes(String lines) {
        return Plan.of(ScenarioReader.builtIn().parse("axes.yaml", ScenarioSamples.YAML + lines));
    }

    @Test
    void variesKeysAndNamesTrialsByTheirValues() {
        Plan plan = withAxes("axes: {training.epochs: [1, 3], model: [lenet5, {name: lenet5}]}\n");

        assertThat(plan.trials()).hasSize(24);
        assertThat(plan.trials().get(0).id()).isEqualTo("vanilla-split-2-pool1-undefended-epochs-1-model-lenet5-seed1");
        assertThat(plan.trials().get(12).values())
                .extracting(AxisValue::toString)
                .containsExactly("training.epochs 3", "model lenet5");
        assertThat(plan.trials().get(12).scenario().training().epochs()).isEqualTo(3);
        assertThat(TrialRecords.key(plan.trials().get(12)).settings())
                .containsExactly(new TrialSetting("training.epochs", "3"), new TrialSetting("model", "lenet5"));
    }

    @Test
    void anAxisOfAnEntryMattersToTheTrialsThatTakeItAndKeepsTheirNames() {
        Plan plan = withAxes("axes: {'defenses[1][0].weight': [2, 8]}\n");

        assertThat(plan.trials())
                .filteredOn(trial -> trial.seed() == 1)
                .extracting(TrialPlan::group)
                .containsExactly(
                        "vanilla-split-2-pool1-undefended",
                        "vanilla-split-2-pool1-nopeek-added-2.0",
                        "vanilla-split-2-fc1-undefended",
                        "vanilla-split-2-fc1-nopeek-added-2.0",
                        "centralized-pool1-undefended",
                        "centralized-fc1-undefended",
                        "vanilla-split-2-pool1-nopeek-added-8.0",
                        "vanilla-split-2-fc1-nopeek-added-8.0");
        assertThat(plan.trials())
                .allSatisfy(trial ->
                        assertThat(trial.values()).hasSize(trial.defenses().size()));
    }

    @Test
    void namesExcludedCombinationsAmongWhatIsLeftOut() {
        Plan plan =
                withAxes("axes: {training.epochs: [1, 3], training.batch-size: [5, 10], exclude: [{training.epochs: 3,"
                        + " training.batch-size: 5, reason: it takes too long}]}\n");

        assertThat(LeftOut.messages(plan.leftOut()))
                .contains("Left out: training.epochs 3, training.batch-size 5, since it takes too long.");
        assertThat(plan.trials()).hasSize(36);
    }
}
