package peekbench.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import peekbench.result.file.ResultStoreException;
import peekbench.result.file.TrialLock;

/**
 * Where a run of a result folder leaves its lines and takes orders: {@code .runs/RUN.jsonl}, {@code .runs/RUN.control}, and
 * {@code .runs/RUN/} with what the processes of failed trials printed.
 *
 * @param results the result folder
 * @param run the run's name: when it began
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record RunFiles(Path results, String run) {
    private static final String FOLDER = ".runs";
    private static final String JOURNAL = ".jsonl";
    private static final String LOCK = ".lock";
    private static final Pattern OF_PROCESS = Pattern.compile("process-[0-9]+\\.log");

    /** What a process of the run prints before it is known which trial it does, in {@link #logs}. */
    public static String logOfProcess(int number) {
        return "process-" + number + ".log";
    }

    /** The runs of a result folder, the oldest first. */
    public static List<RunFiles> in(Path results) {
        Path folder = results.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(JOURNAL))
                    .sorted()
                    .map(name -> new RunFiles(results, name.substring(0, name.length() - JOURNAL.length())))
                    .toList();
        } catch (IOException e) {
            throw ResultStoreException.reading(folder, e);
        }
    }

    /** The runs of a result folder, and of the result folders in it. */
    public static List<RunFiles> below(Path folder) {
        List<RunFiles> found = new ArrayList<>(in(folder));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                entries.filter(Files::isDirectory).sorted().map(RunFiles::in).forEach(found::addAll);
            } catch (IOException e) {
                throw ResultStoreException.reading(folder, e);
            }
        }
        return found;
    }

    /** The run's lines. */
    public Path journal() {
        return folder().resolve(run + JOURNAL);
    }

    /** What others ask of the run, a line an order. */
    Path control() {
        return folder().resolve(run + ".control");
    }

    /** Held by the run as long as it lives, however it dies. */
    Path lock() {
        return folder().resolve(run + LOCK);
    }

    /** A folder for what trial processes print. */
    public Path logs() {
        return folder().resolve(run);
    }

    private Path folder() {
        return results.resolve(FOLDER);
    }

    /**
     * Whether the run's process holds its lock. Where the file system has no locks, whether there is a process of this number
     * that began when the run says.
     *
     * @param process of the run
     */
    boolean alive(Optional<ProcessMark> process) {
        return TrialLock.isHeld(lock())
                .orElseGet(() -> process.map(ProcessMark::alive).orElse(false));
    }

    /** Whether its process died without tidying up; false where that cannot be said. */
    boolean died() {
        return Files.exists(lock()) && !TrialLock.isHeld(lock()).orElse(true);
    }

    /** Removes what is of no use once the run has ended: its lock, orders, and what processes printed whose trials did not fail. */
    void tidy() throws IOException {
        Files.deleteIfExists(control());
        if (Files.isDirectory(logs())) {
            try (Stream<Path> all = Files.list(logs())) {
                for (Path log : all.filter(file -> OF_PROCESS
                                .matcher(file.getFileName().toString())
                                .matches())
                        .toList()) {
                    Files.deleteIfExists(log);
                }
            }
            try (Stream<Path> kept = Files.list(logs())) {
                if (kept.findAny().isEmpty()) {
                    Files.deleteIfExists(logs());
                }
            }
        }
        Files.deleteIfExists(lock());
    }
}
