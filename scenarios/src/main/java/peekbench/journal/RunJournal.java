package peekbench.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.result.file.ResultStoreException;
import peekbench.result.file.TrialLock;

/** Writes a run's events to its result folder, each handed to the system at once. For several threads. */
public final class RunJournal implements Consumer<Event>, AutoCloseable {
    private final RunFiles files;
    private final TrialLock lock;
    private final BufferedWriter lines;
    private final RunEvent.Run first;
    private boolean open = true;

    private RunJournal(RunFiles files, TrialLock lock, BufferedWriter lines, RunEvent.Run first) {
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
            for (int namesake = 1; ; namesake++) {
                RunFiles files = new RunFiles(results, namesake == 1 ? time : time + "-" + namesake);
                Files.createDirectories(files.journal().getParent());
                Optional<TrialLock> lock = TrialLock.tryAcquire(files.lock());
                if (lock.isPresent() && !Files.exists(files.journal())) {
                    BufferedWriter lines = Files.newBufferedWriter(
                            files.journal(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                    RunJournal journal = new RunJournal(files, lock.get(), lines, first.apply(files.run()));
                    journal.accept(journal.first());
                    return journal;
                }
                if (lock.isPresent()) {
                    lock.get().close();
                }
            }
        } catch (IOException e) {
            throw ResultStoreException.writing(results.resolve(".runs"), e);
        }
    }

    /** The first line. */
    public RunEvent.Run first() {
        return first;
    }

    public RunFiles files() {
        return files;
    }

    /** @throws ResultStoreException when the disk refuses */
    @Override
    public synchronized void accept(Event event) {
        if (!open) {
            return;
        }
        try {
            lines.write(EventJson.line(event));
            lines.write('\n');
            lines.flush();
        } catch (IOException e) {
            throw ResultStoreException.writing(files.journal(), e);
        }
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
            Files.deleteIfExists(files.lock());
            Files.deleteIfExists(files.control());
        } catch (IOException e) {
            throw ResultStoreException.writing(files.journal(), e);
        }
    }
}
