package peekbench.ui.service.run;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.event.RunEventText;
import peekbench.result.file.ResultStoreException;
import peekbench.ui.service.CommandLine;

/**
 * Runs in processes that go on when the window ends, however it ends: their output goes to a file, not to this process, and where
 * the system has {@code setsid} or {@code nohup}, what ends the window's terminal does not reach them.
 */
public final class DetachedProcesses implements RunProcesses {
    private static final Logger LOGGER = LoggerFactory.getLogger(DetachedProcesses.class);
    private static final List<String> DETACHING = List.of("setsid", "nohup");
    private static final int TAIL_LINES = 5;

    @Override
    public StartedRun start(RunRequest request) {
        List<String> arguments = new ArrayList<>(request.arguments());
        arguments.add("--json");
        List<String> words = new ArrayList<>(detaching(System.getenv().getOrDefault("PATH", "")));
        words.addAll(CommandLine.words(arguments.toArray(new String[0])));
        try {
            Path output = Files.createTempFile("peekbench-run-", ".jsonl");
            Process process = new ProcessBuilder(words)
                    .directory(new File(request.folder()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            return new Started(process, Instant.now(), output);
        } catch (IOException e) {
            throw new ResultStoreException(
                    "The run (" + request.command() + ") cannot be started in " + request.folder() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** The word that comes first, where the system has one. */
    static List<String> detaching(String path) {
        return DETACHING.stream()
                .filter(word -> Arrays.stream(path.split(File.pathSeparator, -1))
                        .filter(folder -> !folder.isEmpty())
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, word))))
                .limit(1)
                .toList();
    }

    /** What a process that ended without a journal printed: its refusal, else its last lines. */
    static String why(int code, String printed) {
        return printed.lines()
                .map(EventJson::read)
                .flatMap(Optional::stream)
                .filter(RunEvent.Refused.class::isInstance)
                .map(event -> RunEventText.of((RunEvent) event))
                .findFirst()
                .orElseGet(() -> {
                    List<String> lines =
                            printed.lines().filter(line -> !line.isBlank()).toList();
                    String tail = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()).stream()
                            .collect(Collectors.joining("\n"));
                    return "The run's process ended with code " + code + " before it began"
                            + (tail.isEmpty() ? "." : ": " + tail);
                });
    }

    private record Started(Process handle, Instant started, Path output) implements StartedRun {
        @Override
        public long process() {
            return handle.pid();
        }

        @Override
        public Optional<String> ended() {
            if (handle.isAlive()) {
                return Optional.empty();
            }
            try {
                String printed = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
                return Optional.of(why(handle.exitValue(), printed));
            } catch (IOException e) {
                return Optional.of("The run's process ended with code " + handle.exitValue()
                        + ", and what it printed cannot be read: " + e.getMessage());
            }
        }

        /** On Windows a file that is written to cannot be removed; the system's own tidying does it. */
        @Override
        public void forget() {
            try {
                Files.deleteIfExists(output);
            } catch (IOException e) {
                LOGGER.debug("{} stays", output, e);
            }
        }
    }
}
