package peekbench.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.result.file.ResultStoreException;
import peekbench.result.file.TrialLock;

/** Writes a run's events to its result folder, each handed to the system at once. For several threads. */
public final class RunJournal implements Consumer<Event>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunJournal.class);

    private final RunFiles files;
    private final TrialLock lock;
    private final OutputStream lines;
    private final RunEvent.Run first;
    private boolean open = true;
    private boolean cut;

    private RunJournal(RunFiles files, TrialLock lock, OutputStream lines, RunEvent.Run first) {
        this.first = first;
        this.files = files;
        this.lock = lock;
        this.lines = lines;
    }

    /**
     * Begins a journal with its first line.
     *
     * @param results the result folder, which must be there
     * @param now names the run
     * @param first makes the first line of the run's name
     * @throws ResultStoreException when the disk refuses
     */
    public static RunJournal begin(Path results, Instant now, Function<String, RunEvent.Run> first) {
        String time = now.toString().replace(':', '-');
        try {
            Files.createDirectories(new RunFiles(results, time).journal().getParent());
            for (int namesake = 1; ; namesake++) {
                RunFiles files = new RunFiles(results, namesake == 1 ? time : time + "-" + namesake);
                Optional<TrialLock> lock = TrialLock.tryAcquire(files.lock());
                if (lock.isPresent() && !Files.exists(files.journal())) {
                    tidyDead(results);
                    return begin(files, lock.get(), first.apply(files.run()));
                }
                if (lock.isPresent()) {
                    lock.get().close();
                }
            }
        } catch (IOException e) {
            throw ResultStoreException.writing(results.resolve(".runs"), e);
        }
    }

    private static RunJournal begin(RunFiles files, TrialLock lock, RunEvent.Run first) throws IOException {
        try {
            OutputStream lines =
                    Files.newOutputStream(files.journal(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            RunJournal journal = new RunJournal(files, lock, lines, first);
            journal.write(first);
            return journal;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /** Runs that were killed left what they would have removed at their end. */
    private static void tidyDead(Path results) throws IOException {
        for (RunFiles run : RunFiles.in(results)) {
            if (run.died()) {
                run.tidy();
            }
        }
    }

    /** The first line. */
    public RunEvent.Run first() {
        return first;
    }

    public RunFiles files() {
        return files;
    }

    /** Lines that the disk refuses are missing, which the log says; the run goes on, since its results are elsewhere. */
    @Override
    public synchronized void accept(Event event) {
        if (!open) {
            return;
        }
        try {
            write(event);
        } catch (IOException e) {
            if (!cut) {
                LOG.warn(
                        "The run goes on, but its lines cannot be written, and who follows it misses them. {}",
                        ResultStoreException.writing(files.journal(), e).getMessage());
            }
            cut = true;
        }
    }

    /** A line that was cut off ends before the next one. */
    private void write(Event event) throws IOException {
        String line = (cut ? "\n" : "") + EventJson.line(event) + "\n";
        lines.write(line.getBytes(StandardCharsets.UTF_8));
        cut = false;
    }

    /** Ends the journal; events that come later are dropped. */
    @Override
    public synchronized void close() {
        if (!open) {
            return;
        }
        open = false;
        try (lock;
                lines) {
            files.tidy();
        } catch (IOException e) {
            LOG.info("what the run {} needed while it was going stays: {}", files.run(), e.toString());
        }
    }
}
