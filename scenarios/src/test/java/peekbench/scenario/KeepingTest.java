package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a scenario says of keeping. */
class KeepingTest {
    private static Scenario with(String lines) {
        return ScenarioReader.builtIn()
                .parse("sample.yaml", ScenarioSamples.YAML + lines)
                .scenario();
    }

    @Test
    void victimsAreKeptUnlessAskedOtherwise() {
        assertThat(with("").store()).isEqualTo(new StoreOptions(true));
        assertThat(with("store: {victims: false}\n").store()).isEqualTo(new StoreOptions(false));
    }
}
