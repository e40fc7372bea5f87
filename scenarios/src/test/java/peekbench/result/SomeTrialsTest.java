package peekbench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.report.RunSample;

class SomeTrialsTest {
    @TempDir
    Path folder;

    @Test
    void someOfManyTrialsAreOfAllArms() {
        new RunSample(folder).attacked(6);
        ResultStore store = ResultStore.openExisting(folder);

        assertThat(store.some(4))
                .hasSize(4)
                .extracting(trial -> trial.key().arm())
                .contains("no defense", "NoPeek <2>");
        assertThat(store.some(100)).isEqualTo(store.trials());
    }
}
