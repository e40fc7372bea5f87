package peekbench.ui.model.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peekbench.event.RunEvent;
import peekbench.ui.service.run.RunNews;
import peekbench.ui.service.run.RunRequest;
import peekbench.ui.service.run.StartedRun;

/** Runs that have no journal yet: those that wait, the one that starts, and those that were refused. */
final class RunQueue {
    /** A process may say that it began a little before it was noticed. */
    private static final int SECONDS_EARLY = 5;

    private final List<Entry> waiting = new ArrayList<>();
    private final List<RunView> refused = new ArrayList<>();
    private Optional<Entry> starting = Optional.empty();
    private Optional<StartedRun> process = Optional.empty();
    private int number;

    /** A request and the name of its row. */
    record Entry(RowKey key, RunRequest request) {}

    Entry add(RunRequest request) {
        Entry entry = entry(request);
        waiting.add(entry);
        return entry;
    }

    private Entry entry(RunRequest request) {
        number++;
        return new Entry(RowKey.of("begun " + number), request);
    }

    /** Those that were kept from another time come before those that were added since. */
    void restore(List<RunRequest> kept) {
        waiting.addAll(0, kept.stream().map(this::entry).toList());
    }

    /** Takes the next one, which then starts. */
    Optional<Entry> next() {
        if (starting.isPresent() || waiting.isEmpty()) {
            return Optional.empty();
        }
        starting = Optional.of(waiting.remove(0));
        return starting;
    }

    /** What was to be started has a process. */
    void started(StartedRun run) {
        process = Optional.of(run);
    }

    /** What was to be started did not begin. */
    void refuse(String why) {
        starting.ifPresent(entry -> refused.add(0, RunRows.of(entry.key(), entry.request(), RunState.REFUSED, why)));
        starting = Optional.empty();
        process = Optional.empty();
    }

    /** The run that started, when these news are its. */
    Optional<Entry> adopt(RunNews news) {
        boolean mine = process.isPresent()
                && news.header().filter(header -> isOf(header, process.get())).isPresent();
        if (!mine) {
            return Optional.empty();
        }
        Optional<Entry> entry = starting;
        starting = Optional.empty();
        process = Optional.empty();
        return entry;
    }

    private static boolean isOf(RunEvent.Run header, StartedRun run) {
        return header.process() == run.process()
                && !header.at().isBefore(run.started().minusSeconds(SECONDS_EARLY));
    }

    /** Takes away one that waits or was refused. */
    boolean remove(RowKey key) {
        boolean waited = waiting.removeIf(entry -> entry.key().equals(key));
        return refused.removeIf(run -> run.key().equals(key)) || waited;
    }

    /** Lets one wait at another place. */
    boolean move(RowKey key, int to) {
        Optional<Entry> moved =
                waiting.stream().filter(entry -> entry.key().equals(key)).findFirst();
        int place = Math.max(0, Math.min(waiting.size() - 1, to));
        if (moved.isEmpty() || waiting.indexOf(moved.get()) == place) {
            return false;
        }
        waiting.remove(moved.get());
        waiting.add(place, moved.get());
        return true;
    }

    /** Where one waits; -1 where it does not. */
    int placeOf(RowKey key) {
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    void clear() {
        waiting.clear();
        refused.clear();
        starting = Optional.empty();
        process = Optional.empty();
    }

    Optional<Entry> starting() {
        return starting;
    }

    Optional<StartedRun> process() {
        return process;
    }

    List<RunRequest> requests() {
        return waiting.stream().map(Entry::request).toList();
    }

    /** The one that starts, those that wait. */
    List<RunView> open() {
        List<RunView> rows = new ArrayList<>();
        starting.ifPresent(entry ->
                rows.add(RunRows.of(entry.key(), entry.request(), RunState.STARTING, "reads scenario and data")));
        for (int i = 0; i < waiting.size(); i++) {
            Entry entry = waiting.get(i);
            rows.add(RunRows.of(entry.key(), entry.request(), RunState.WAITING, i == 0 ? "next" : "number " + (i + 1)));
        }
        return rows;
    }

    List<RunView> refused() {
        return List.copyOf(refused);
    }
}
