package peekbench.victim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

/** Two processes that want one victim at the same time: one trains, the other waits for it. */
@Tag("slow")
class VictimForTwoProcessesTest {
    private static final String CACHE = "org.bytedeco.javacpp.cachedir";
    private static final String ASKING = "asking";
    private static final String TRAINED = "trained";
    private static final String PLAYED_BACK = "played back";

    @TempDir
    private Path folder;

    @Test
    void itIsTrainedOnce() throws Exception {
        Path results = folder.resolve("results");
        onceFor(List.of(results, results));

        try (Stream<Path> kept = Files.list(results.resolve(".victims"))) {
            assertThat(kept).hasSize(1);
        }
    }

    @Test
    void itIsTrainedOnceForTwoResultFoldersBesideEachOther() throws Exception {
        onceFor(List.of(folder.resolve("b"), folder.resolve("a")));

        assertThat(folder.resolve("a/.victims")).isNotEmptyDirectory();
        assertThat(folder.resolve("b/.victims")).isNotEmptyDirectory();
    }

    private void onceFor(List<Path> all) throws Exception {
        List<Process> processes = new ArrayList<>();
        try {
            List<BufferedReader> said = new ArrayList<>();
            for (Path results : all) {
                Process process = start(results, folder.resolve("cache"));
                processes.add(process);
                said.add(process.inputReader(StandardCharsets.UTF_8));
            }
            for (BufferedReader lines : said) {
                assertThat(lines.readLine()).isEqualTo(ASKING);
            }
            for (Process process : processes) {
                process.outputWriter(StandardCharsets.UTF_8).append("train\n").flush();
            }
            List<String> ends = new ArrayList<>();
            for (BufferedReader lines : said) {
                ends.add(lines.readLine());
            }
            assertThat(ends).containsExactlyInAnyOrder(TRAINED, PLAYED_BACK);
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private static Process start(Path results, Path own) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        Optional.ofNullable(System.getProperty(CACHE)).ifPresent(cache -> command.add("-D" + CACHE + "=" + cache));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Contender.class.getName(), results.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PEEKBENCH_CACHE", own.toString());
        return builder.start();
    }

    /** Says when it is about to ask for the victim, and trains when it is told to. */
    static final class Contender {
        private Contender() {}

        public static void main(String[] arguments) {
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            Nd4j.scalar(1).dup(); // the engine says what it is before anybody listens
            System.out.println(ASKING);
            boolean trained = new VictimStore(Path.of(arguments[0]))
                    .train(JsonNodeFactory.instance.objectNode().put("a", 1), Set.of(), record -> {
                        if (record.isFinished()) {
                            return false;
                        }
                        await(orders);
                        record.atEnd().array("weights", Nd4j.createFromArray(1f, 2f));
                        return true;
                    })
                    .made();
            System.out.println(trained ? TRAINED : PLAYED_BACK);
        }

        private static void await(BufferedReader orders) {
            try {
                orders.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
