package peekbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.problem.ConfigurationException;

class JavaProcessesTest {
    private static List<String> command(TrialLimits limits, String... own) {
        return new JavaProcesses(limits, Map.of(), List.of(own), Optional.empty()).command();
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
    void theFirstProcessLeavesItsClassesForTheOthers(@TempDir Path cache) throws IOException {
        Path jar = Files.createFile(cache.resolve("some.jar"));
        ClassArchive archive =
                ClassArchive.of(Optional.of(cache), jar.toString()).orElseThrow();
        Path outdated = Files.createFile(cache.resolve("trial-classes-1.jsa"));

        String making = archive.options().get(0);
        assertThat(making).startsWith("-XX:ArchiveClassesAtExit=" + cache);
        assertThat(archive.options()).as("while one makes it").isEmpty();
        Files.createFile(Path.of(making.split("=", 2)[1]));
        archive.ended(0);

        String using = archive.options().get(0);
        assertThat(using).startsWith("-XX:SharedArchiveFile=" + cache).endsWith(".jsa");
        assertThat(Path.of(using.split("=", 2)[1])).exists();
        assertThat(outdated).doesNotExist();
        assertThat(ClassArchive.of(Optional.of(cache), cache.toString()))
                .as("of a folder of classes")
                .isEmpty();
        assertThat(ClassArchive.of(Optional.empty(), jar.toString())).isEmpty();
    }

    @Test
    void aProcessThatEndsBadlyLeavesNoClasses(@TempDir Path cache) throws IOException {
        Path jar = Files.createFile(cache.resolve("some.jar"));
        ClassArchive archive =
                ClassArchive.of(Optional.of(cache), jar.toString()).orElseThrow();
        Path half = Files.createFile(Path.of(archive.options().get(0).split("=", 2)[1]));

        archive.ended(137);
        assertThat(half).doesNotExist();
        assertThat(archive.options()).isEmpty();
    }

    @Test
    void whatRunsLeftThatDiedWhileTheyMadeAnArchiveIsRemoved(@TempDir Path cache) throws IOException {
        Path jar = Files.createFile(cache.resolve("some.jar"));
        Path dead = Files.createFile(cache.resolve("trial-classes-1f.jsa.tmp-999999999999999999"));
        Path living = Files.createFile(cache.resolve(
                "trial-classes-1f.jsa.tmp-" + ProcessHandle.current().pid()));

        assertThat(ClassArchive.of(Optional.of(cache), jar.toString())).isPresent();

        assertThat(dead).doesNotExist();
        assertThat(living).exists();
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
        Process process = new JavaProcesses(TrialLimits.none(), Map.of()).start(folder.resolve("log"));
        try {
            process.getOutputStream().close();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("nothing was open").isZero();
            assertThat(process.getInputStream()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }
}
