package peekbench.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import peekbench.problem.ConfigurationException;

class WindowArgumentsTest {
    @Test
    void aFolderALinkAndAPlaceForScreenshotsAreUnderstood() {
        assertThat(WindowArguments.parse("--screenshot", "out", "results", "--at", "picture=4"))
                .isEqualTo(new WindowArguments(
                        Optional.of(Path.of("results")),
                        Optional.of("picture=4"),
                        Optional.of(Path.of("out")),
                        Optional.empty(),
                        false));
        assertThat(WindowArguments.parse("--measure", "frames.json").measurements())
                .contains(Path.of("frames.json"));
        assertThat(WindowArguments.parse().folder()).isEmpty();
        assertThat(WindowArguments.parse("--help").help()).isTrue();
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertThatThrownBy(() -> WindowArguments.parse("--screnshot", "out"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("(--screnshot)")
                .hasMessageContaining("[--screenshot DIR]");
        assertThatThrownBy(() -> WindowArguments.parse("--at")).hasMessageContaining("Behind (--at)");
        assertThatThrownBy(() -> WindowArguments.parse("one", "two")).hasMessageContaining("(two)");
    }

    @Test
    void aFailureToOpenSaysWhatIsMissingHowToInstallItAndTheHeadlessCommand() {
        assertThat(Display.why(new UnsupportedOperationException("Unable to open DISPLAY")))
                .contains("cannot be opened")
                .contains("ssh -X")
                .contains("peekbench report FOLDER");
        assertThat(Display.why(new UnsatisfiedLinkError("libgtk-3.so.0: cannot open shared object file")))
                .contains("libgtk-3.so.0")
                .contains("apt-get install")
                .contains("peekbench ui --screenshot DIR");
        assertThat(Display.why(new IllegalStateException("odd")))
                .contains("odd")
                .doesNotContain("Exception");
        assertThat(Display.missing(Map.of("DISPLAY", ":0"))).isEmpty();
    }
}
