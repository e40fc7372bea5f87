package peekbench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KilledRunTest {
    private static final String MID_WRITE = "mid-write";
    private static final TrialKey EARLIER = ResultSamples.key("no defense", false, 1);
    private static final TrialKey KILLED = ResultSamples.key("no defense", false, 2);

    @TempDir
    Path folder;

    /** The run that gets killed: one complete trial, then one that stops in the middle of its metrics. */
    static final class Victim {
        public static void main(String[] arguments) throws IOException {
            ResultStore store = ResultStore.open(Path.of(arguments[0]));
            try (TrialWriter writer = store.begin(EARLIER, ResultSamples.provenance())) {
                writer.epoch(ResultSamples.epoch(1));
                writer.complete(1, 1);
            }
            try (TrialWriter writer = store.begin(KILLED, ResultSamples.provenance())) {
                writer.epoch(ResultSamples.epoch(1));
                writer.scores(ResultSamples.scores());
                System.out.println(MID_WRITE);
                System.out.flush();
                if (System.in.read() < 0) {
                    writer.complete(1, 1);
                }
            }
        }
    }

    @Test
    @Timeout(60)
    void leavesNoHalfResultAndRunsAgain() throws IOException, InterruptedException {
        kill();

        ResultStore store = ResultStore.open(folder);
        assertThat(store.trials()).singleElement().satisfies(trial -> {
            assertThat(trial.key()).isEqualTo(EARLIER);
            assertThat(trial.completed()).isTrue();
        });
        assertThat(store.place(List.of(ResultSamples.wanted(KILLED, 3))))
                .containsExactly(new PlacedTrial(KILLED, false));
        List<String> ofTheKilledRun = leftovers();
        assertThat(ofTheKilledRun).hasSize(1);

        try (TrialWriter writer = store.begin(KILLED, ResultSamples.provenance())) {
            assertThat(leftovers()).hasSize(1).doesNotContainAnyElementsOf(ofTheKilledRun);
            writer.epoch(ResultSamples.epoch(1));
            writer.complete(1, 1);
        }
        assertThat(store.trials()).extracting(StoredTrial::key).containsExactly(EARLIER, KILLED);
        assertThat(leftovers()).isEmpty();
    }

    private void kill() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo(MID_WRITE);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private List<String> leftovers() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.startsWith(".tmp-"))
                    .toList();
        }
    }
}
