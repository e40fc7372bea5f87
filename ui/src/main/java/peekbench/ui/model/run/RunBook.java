package peekbench.ui.model.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peekbench.journal.RunFiles;
import peekbench.ui.service.run.RunNews;

/** What is known of runs with a journal. */
final class RunBook {
    private final Map<RunFiles, RunNews> known = new HashMap<>();
    private final Map<RunFiles, RunQueue.Entry> begun = new HashMap<>();
    private final Map<RunFiles, RunView> over = new HashMap<>();

    boolean knows(RunFiles run) {
        return known.containsKey(run);
    }

    Optional<RunNews> get(RunFiles run) {
        return Optional.ofNullable(known.get(run));
    }

    void put(RunNews news) {
        known.put(news.files(), news);
        over.remove(news.files());
    }

    /** The run was begun here, and keeps the name of its row. */
    void adopt(RunFiles run, RunQueue.Entry entry) {
        begun.put(run, entry);
    }

    RowKey key(RunFiles run) {
        return Optional.ofNullable(begun.get(run))
                .map(RunQueue.Entry::key)
                .orElseGet(() -> RowKey.of(run.results() + " " + run.run()));
    }

    boolean anyGoing() {
        return known.values().stream().anyMatch(RunNews::going);
    }

    /** The newest first. */
    List<RunView> views(Instant now) {
        List<RunFiles> order = new ArrayList<>(known.keySet());
        order.sort(Comparator.comparing(RunFiles::run).reversed());
        List<RunView> views = new ArrayList<>();
        for (RunFiles files : order) {
            get(files)
                    .ifPresent(news -> views.add(
                            news.going() ? view(news, now) : over.computeIfAbsent(files, any -> view(news, now))));
        }
        return views;
    }

    private RunView view(RunNews news, Instant now) {
        return RunRows.of(
                key(news.files()),
                news,
                Optional.ofNullable(begun.get(news.files())).map(RunQueue.Entry::request),
                now);
    }

    /** Whether a later run of the same result folder is known. */
    boolean superseded(RunNews run) {
        return known.keySet().stream()
                .anyMatch(other -> other.results().equals(run.files().results())
                        && other.run().compareTo(run.files().run()) > 0);
    }

    void clear() {
        known.clear();
        begun.clear();
        over.clear();
    }
}
