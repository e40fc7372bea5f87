package peekbench.ui.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.ui.service.WindowSettings.KeptFilter;

class SettingsFileTest {
    @TempDir
    Path cache;

    private SettingsFile file;

    @BeforeEach
    void open() {
        file = new SettingsFile(cache);
    }

    @Test
    void filtersAreKeptUnderTheirNamesAndForgotten() {
        KeptFilter good = new KeptFilter("good ones", "accuracy>0.7");
        WindowSettings kept = WindowSettings.INITIAL
                .keeping(good)
                .keeping(new KeptFilter("failed", "status:unreadable"))
                .keeping(new KeptFilter("failed", "status:failed"));
        file.write(kept);

        assertThat(file.read()).isEqualTo(kept);
        assertThat(file.read().filters()).containsExactly(new KeptFilter("failed", "status:failed"), good);
        assertThat(kept.without("failed").filters()).containsExactly(good);
    }

    @Test
    void whatAnEarlierWindowWroteIsReadAndWhatIsDamagedIsNotMissed() throws IOException {
        Path written = cache.resolve("window.json");
        Files.writeString(written, "{\"dark\": true, \"textSize\": 40, \"reduceMotion\": false, \"lastFolder\": null}");
        assertThat(file.read().dark()).isTrue();
        assertThat(file.read().textSize()).as("brought to the largest").isEqualTo(20);
        assertThat(file.read().filters()).isEmpty();

        Files.writeString(written, "{\"dark\": ");
        assertThat(file.read()).isEqualTo(WindowSettings.INITIAL);
    }
}
