package peekbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.problem.ConfigurationException;

class JavaProcessesTest {
    private static List<String> command(TrialLimits limits, String... own) {
        return new JavaProcesses(limits, List.of(own)).command();
    }

    @Test
    void handsOnTheLaunchersOptionsAndThoseOfThisMachine() {
        assertThat(command(TrialLimits.none(), "-Dkey=value", "-agentlib:jdwp=transport=dt_socket"))
                .contains("-Dorg.bytedeco.javacpp.maxphysicalbytes=0", "-XX:+UseParallelGC", "-Dkey=value")
                .endsWith("-cp", System.getProperty("java.class.path"), TrialProcess.class.getName())
                .noneMatch(option -> option.startsWith("-agentlib"));
        assertThat(command(TrialLimits.none(), "-XX:+UseG1GC")).doesNotContain("-XX:+UseParallelGC");
    }

    @Test
    void boundsTheHeapAndWhatIsOutsideIt() {
        List<String> command =
                command(new TrialLimits(Optional.of(TrialLimits.megabytes("2g")), Optional.empty()), "-Xmx8g");
        assertThat(command.indexOf("-Xmx2048m")).isGreaterThan(command.indexOf("-Xmx8g"));
        assertThat(command).contains("-Dorg.bytedeco.javacpp.maxbytes=2048m");
    }

    @Test
    void limitsAreReadOrRefusedWithWhatIsAllowed() {
        assertThat(TrialLimits.time("2h")).isEqualTo(Duration.ofHours(2));
        assertThat(TrialLimits.time("1d")).isEqualTo(Duration.ofDays(1));
        assertThat(TrialLimits.time("90S")).isEqualTo(Duration.ofSeconds(90));
        assertThatThrownBy(() -> TrialLimits.time("2 hours"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--time-limit is (2 hours); give a whole number of seconds");
        assertThatThrownBy(() -> TrialLimits.megabytes("2"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--memory is (2); give a whole number of megabytes");
        assertThatThrownBy(() -> new TrialLimits(Optional.of(10), Optional.of(Duration.ZERO)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("memory: is 10; it must be at least 128.")
                .hasMessageContaining("time-limit: is PT0S");
        assertThatThrownBy(() -> EngineProvider.named("process"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--engine (process) is no engine; there are in-process, processes.");
    }

    @Test
    @Tag("slow")
    void aProcessEndsWithItsInput(@TempDir Path folder) throws Exception {
        Process process = new JavaProcesses(TrialLimits.none()).start(folder.resolve("log"));
        try {
            process.getOutputStream().close();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(OrderQueue.ABANDONED);
            assertThat(process.getInputStream()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }
}
