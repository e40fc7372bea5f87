package peekbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.TrialEvent;
import peekbench.result.StoreCheck;
import peekbench.scenario.ScenarioSamples;

/**
 * Kills processes of a run when it says that a trial has begun to train; {@code peekbench bench kills} does so at random
 * instants.
 */
@Tag("slow")
class KilledCommandTest {
    @TempDir
    private Path folder;

    private Path scenario;

    @BeforeEach
    void scenario() throws IOException {
        scenario = Files.writeString(folder.resolve("sample.yaml"), ScenarioSamples.YAML);
    }

    private List<String> arguments(Path out) {
        return List.of(
                "run",
                scenario.toString(),
                "--out",
                out.toString(),
                "--json",
                "--seed=1",
                "--set=cuts=[pool1]",
                "--set=protocols=[{name: vanilla-split, clients: 2}]",
                "--set=defenses=[[]]",
                "--set=training.epochs=20");
    }

    private Process start(Path out) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments(out));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The process of the trial, which has begun to train. */
    private static ProcessHandle training(BufferedReader lines) throws IOException {
        Optional<ProcessHandle> trial = Optional.empty();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Event event = EventJson.read(line).orElseThrow();
            if (event instanceof TrialEvent.Started started) {
                trial = ProcessHandle.of(started.process());
            } else if (event instanceof TrialEvent.Epoch) {
                return trial.orElseThrow();
            }
        }
        throw new AssertionError("no trial began");
    }

    /** What must not depend on what happened meanwhile. */
    private static Map<String, String> figures(Path out) throws IOException {
        Map<String, String> figures = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(path -> path.toString().matches(".*(metrics.jsonl|scores.json|npz|npy)"))
                    .toList()) {
                figures.put(out.relativize(file).toString(), DigestUtils.sha256Hex(Files.readAllBytes(file)));
            }
        }
        return figures;
    }

    private void runAgainAndCompare(Path out) throws IOException {
        assertThat(CommandLineRun.of(arguments(out).toArray(String[]::new)).code())
                .isZero();

        Path undisturbed = folder.resolve("elsewhere").resolve("results");
        assertThat(CommandLineRun.of(arguments(undisturbed).toArray(String[]::new))
                        .code())
                .isZero();
        assertThat(figures(out)).isEqualTo(figures(undisturbed)).hasSizeGreaterThan(2);
        assertThat(StoreCheck.of(out).problems()).isEmpty();
        assertThat(out).isDirectoryNotContaining("glob:**/{.tmp,.old,.damaged,.failed}*");
        assertThat(out.resolve(".runs")).isDirectoryNotContaining("glob:**.lock");
    }

    @Test
    void whatARunLeavesThatIsKilledTheSameCommandCompletes() throws Exception {
        Path out = folder.resolve("results");
        Process run = start(out);
        try (BufferedReader lines = run.inputReader()) {
            ProcessHandle trial = training(lines);
            run.destroyForcibly();

            trial.onExit().get(60, TimeUnit.SECONDS);
            assertThat(trial.isAlive()).as("an orphan").isFalse();
        } finally {
            run.destroyForcibly();
        }
        runAgainAndCompare(out);
    }

    @Test
    void aTrialWhoseProcessIsKilledBeginsAgainInTheSameRun() throws Exception {
        Path out = folder.resolve("results");
        Process run = start(out);
        try (BufferedReader lines = run.inputReader()) {
            training(lines).destroyForcibly();
            assertThat(lines.lines().count()).isPositive();

            assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).isZero();
        } finally {
            run.destroyForcibly();
        }
        runAgainAndCompare(out);
    }
}
