package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.result.TrialWork;
import peekbench.seed.Seed;

class RecordDrawTest {
    private static final Dataset CLOTHING = DataCatalogue.embedded("fashion-mnist-sample");

    @Test
    void drawnOnceAllSeedsHaveTheSameRecordsInTheSameOrder() {
        DataPlan once = data(", drawn: once");
        assertThat(hashes(once, 1)).isEqualTo(hashes(once, 2));
        assertThat(others(once, 1)).isEqualTo(others(once, 2));
        assertThat(hashes(once, 7)).as("as the page of scenarios says").isEqualTo(hashes(data(""), 0));
    }

    @Test
    void unlessAskedForEverySeedDrawsItsOwn() {
        DataPlan plain = data("");
        assertThat(plain).isEqualTo(data(", drawn: each-seed"));
        assertThat(hashes(plain, 1)).doesNotContainAnyElementsOf(hashes(plain, 2));
        assertThat(others(plain, 1)).isNotEqualTo(others(plain, 2));
    }

    @Test
    void recordsDrawnOnceAreStillDealtAndTrainedInAnOrderOfEachSeed() {
        DataPlan once = data(", drawn: once");
        IndexSets sets = once.indexSets(CLOTHING, Seed.of(1));
        int[] first = once.clients(CLOTHING, sets, 2, Seed.of(1)).get(0);
        int[] second = once.clients(CLOTHING, sets, 2, Seed.of(2)).get(0);
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void trialsOfBeforeThereWasAChoiceAreOfTheSameWork() {
        JsonNode today = ScenarioFormat.tree(scenario(""));
        JsonNode before = today.deepCopy();
        ((ObjectNode) before.get("data")).remove("drawn");
        assertThat(TrialWork.of(before, 1)).isEqualTo(TrialWork.of(today, 1));
        assertThat(TrialWork.of(ScenarioFormat.tree(scenario(", drawn: once")), 1))
                .isNotEqualTo(TrialWork.of(today, 1));
    }

    private static Scenario scenario(String keys) {
        return ScenarioReader.builtIn()
                .parse(
                        "sample.yaml",
                        ScenarioSamples.YAML.replace(
                                "victim-test: 20",
                                "victim-test: 20, attacker-auxiliary: 30, attacker-validation: 10" + keys))
                .scenario();
    }

    private static DataPlan data(String keys) {
        return scenario(keys).data();
    }

    private static List<String> hashes(DataPlan data, long seed) {
        IndexSets sets = data.indexSets(CLOTHING, Seed.of(seed));
        return Stream.of(IndexSets.Part.values()).map(sets::sha256).toList();
    }

    private static String others(DataPlan data, long seed) {
        return Arrays.toString(data.otherIndexSets(CLOTHING, Seed.of(seed)).of(IndexSets.Part.ATTACKER_AUXILIARY));
    }
}
