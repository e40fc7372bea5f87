package peekbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import peekbench.scenario.ScenarioSamples;

/**
 * Stops a run in another Java machine. With the signal TERM, because a build in the background may have been told to ignore
 * INT, which takes the same way and gives the exit code 130.
 */
@Tag("slow")
class InterruptedRunTest {
    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void leavesNothingOfTheTrialThatWasRunning() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("sample.yaml"), ScenarioSamples.YAML);
        Path out = folder.resolve("results");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                        "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        file.toString(),
                        "--out",
                        out.toString(),
                        "--json",
                        "--threads=1",
                        "--set=training.epochs=1000000")
                .start();
        try (BufferedReader lines = run.inputReader();
                BufferedReader errors = run.errorReader()) {
            assertThat(lines.lines().filter(line -> line.contains("\"epoch\"")).findFirst())
                    .isPresent();
            assertThat(temporary(out)).hasSize(1);
            run.toHandle().destroy();

            assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).isEqualTo(TERMINATED);
            assertThat(errors.lines())
                    .contains("Interrupted. Complete trials are kept; the same command goes on with the rest.");
            assertThat(temporary(out)).isEmpty();
        } finally {
            run.destroyForcibly();
        }
    }

    private static List<String> temporary(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(".tmp-"))
                    .toList();
        }
    }
}
