package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import peekbench.problem.ConfigurationException;

/** What a scenario says of keeping and of the budget. */
class KeepingTest {
    private static Scenario with(String lines) {
        return ScenarioReader.builtIn()
                .parse("sample.yaml", ScenarioSamples.YAML + lines)
                .scenario();
    }

    @Test
    void victimsAreKeptAndSmashedDataAreNot() {
        assertThat(with("").store()).isEqualTo(new StoreOptions(true, 0));
        assertThat(with("store: {victims: false, smashed-data: 1000}\n").store())
                .isEqualTo(new StoreOptions(false, 1000));
    }

    @Test
    void aBudgetIsReadWithItsUnits() {
        Budget budget = with("budget: {time: 1.5h, disk: 20GB}\n").budget().orElseThrow();

        assertThat(budget.duration()).contains(Duration.ofMinutes(90));
        assertThat(budget.bytes()).hasValue(20_000_000_000L);
        assertThat(with("").budget()).isEmpty();
        assertThat(new Budget(Optional.of("45min"), Optional.empty()).duration())
                .contains(Duration.ofMinutes(45));
    }

    @Test
    void wrongAmountsAreSaidWithTheirLines() {
        assertThatThrownBy(() -> with("budget: {time: 8 hours, disk: 0GB}\nstore: {smashed-data: -1}\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "sample.yaml:15: budget.time: is 8 hours; it must be a number above 0 with one of s")
                .hasMessageContaining("budget.disk: is 0GB; it must be a number above 0 with one of MB, GB and TB")
                .hasMessageContaining("sample.yaml:16: store.smashed-data: is -1; it must be at least 0");
    }
}
