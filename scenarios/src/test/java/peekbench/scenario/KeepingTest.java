package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import peekbench.problem.ConfigurationException;

/** What a scenario says of keeping. */
class KeepingTest {
    private static Scenario with(String lines) {
        return ScenarioReader.builtIn()
                .parse("sample.yaml", ScenarioSamples.YAML + lines)
                .scenario();
    }

    @Test
    void victimsAreKeptUnlessAskedOtherwise() {
        assertThat(with("").store()).isEqualTo(new StoreOptions(true, true, 0, 0));
        assertThat(with("store: {victims: false}\n").store()).isEqualTo(new StoreOptions(false, true, 0, 0));
    }

    @Test
    void attackersAreKeptAndSmashedDataAsAsked() {
        assertThat(with("store: {attackers: false, smashed-data: 1000}\n").store())
                .isEqualTo(new StoreOptions(true, false, 1000, 0));
        assertThatThrownBy(() -> with("store: {smashed-data: -1}\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("store.smashed-data: is -1; it must be at least 0.");
        assertThatThrownBy(() -> with("store: {transcript: 10}\ntranscript: {moments: 0}\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("store.transcript: is 10, but transcript.moments is 0");
        assertThatThrownBy(() -> with("transcript: {epochs: [0, 9]}\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("transcript.epochs[1]: is 9, but training.epochs is");
    }
}
