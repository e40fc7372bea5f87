package peekbench.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peekbench.scenario.ScenarioReader;

/** Counts levels after every number of trials. */
class BalancedOrderTest {
    private static final String HEAD = """
            format: 1
            name: balanced
            title: A test
            data: {dataset: fashion-mnist-sample, victim-train: 40, victim-test: 20, attacker-auxiliary: 20, attacker-validation: 5}
            model: lenet5
            training: {epochs: 1, batch-size: 10, optimizer: {name: sgd, learning-rate: 0.05}}
            attacks: [{name: decoder, capacities: [small]}]
            seeds: [5, 3, 8]
            """;

    private static List<TrialPlan> plan(String lines) {
        return Plan.of(ScenarioReader.builtIn().parse("balanced.yaml", HEAD + lines))
                .trials();
    }

    private static String repeated(String key, int count, String entry) {
        List<String> entries = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            entries.add(entry.formatted(i));
        }
        return key + ": [" + String.join(", ", entries) + "]\n";
    }

    /** Largest difference of two levels' counts of a factor, after any number of the first trials. */
    private static int worst(List<TrialPlan> order, Function<TrialPlan, Object> factor) {
        Map<Object, Integer> counts = new HashMap<>();
        order.forEach(trial -> counts.put(factor.apply(trial), 0));
        int worst = 0;
        for (TrialPlan trial : order) {
            counts.merge(factor.apply(trial), 1, Integer::sum);
            int most = counts.values().stream().mapToInt(count -> count).max().orElseThrow();
            int least = counts.values().stream().mapToInt(count -> count).min().orElseThrow();
            worst = Math.max(worst, most - least);
        }
        return worst;
    }

    private static String value(TrialPlan trial, String key) {
        return trial.values().stream()
                .filter(value -> value.key().equals(key))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @ParameterizedTest
    @CsvSource({"1,1,1,1", "2,1,2,1", "3,2,4,1", "2,2,2,2", "4,3,6,2", "5,1,3,7", "6,3,4,9"})
    void afterAnyNumberOfTrialsTheCountsOfTwoLevelsDifferByAtMostOne(int protocols, int cuts, int arms, int rates) {
        List<TrialPlan> trials = plan(repeated("protocols", protocols, "{name: vanilla-split, clients: %d}")
                + "cuts: " + List.of("conv1", "pool1", "fc1").subList(0, cuts) + "\n"
                + repeated("defenses", arms, "[{name: nopeek, form: added, weight: %d}]")
                + repeated("axes: {training.optimizer.learning-rate", rates, "0.%d")
                        .strip() + "}\n");
        List<List<TrialPlan>> seeds = BalancedOrder.bySeed(trials, Function.identity());
        List<TrialPlan> order = seeds.stream().flatMap(List::stream).toList();

        assertThat(seeds).extracting(those -> those.get(0).seed()).containsExactly(5L, 3L, 8L);
        assertThat(seeds)
                .allSatisfy(those -> assertThat(those)
                        .hasSize(protocols * cuts * arms * rates)
                        .allMatch(trial -> trial.seed() == those.get(0).seed()));
        assertThat(order).containsExactlyInAnyOrderElementsOf(trials);
        assertThat(worst(order, TrialPlan::protocol)).isLessThanOrEqualTo(1);
        assertThat(worst(order, TrialPlan::cut)).isLessThanOrEqualTo(1);
        assertThat(worst(order, TrialPlan::defenses)).isLessThanOrEqualTo(1);
        assertThat(worst(order, trial -> value(trial, "training.optimizer.learning-rate")))
                .isLessThanOrEqualTo(1);
        assertThat(order.get(0)).isEqualTo(trials.get(0));
    }

    @Test
    void cellsThatAreMissingArePassedOverAndCostNoMoreThanOneEach() {
        List<TrialPlan> trials = plan("""
                protocols: [{name: vanilla-split, clients: 2}, {name: parallel-split, clients: 2}]
                undefended-protocols: [centralized]
                cuts: [conv1, pool1, fc1]
                defenses: [[], [{name: nopeek, form: added, weight: 2}], [{name: quantization, bits: 2}]]
                axes:
                  training.epochs: [1, 2, 3]
                  exclude: [{training.epochs: 3}]
                """);
        List<TrialPlan> seed = BalancedOrder.bySeed(trials, Function.identity()).get(0);

        // Of 3 * 3 * 3 * 2 cells, those of centralized training with an arm are missing.
        assertThat(seed).hasSize(54 - 3 * 2 * 2);
        assertThat(worst(seed, TrialPlan::cut)).isLessThanOrEqualTo(1 + 12);
        Set<Object> firstTwo = new HashSet<>();
        seed.subList(0, 2).forEach(trial -> firstTwo.add(trial.protocol()));
        assertThat(firstTwo).hasSize(2);
    }
}
