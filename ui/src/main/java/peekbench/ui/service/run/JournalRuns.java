package peekbench.ui.service.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.event.Event;
import peekbench.journal.FollowedRun;
import peekbench.journal.Order;
import peekbench.journal.RunFiles;
import peekbench.result.file.ResultStoreException;
import peekbench.ui.service.WorkspaceFolders;

/** Runs by the journals in their result folders. */
public final class JournalRuns implements RunLogs {
    private static final Logger LOGGER = LoggerFactory.getLogger(JournalRuns.class);
    /** Journals that are read in one look beside those of runs that go on, so that the first rows are there at once. */
    private static final int MOST_AT_ONCE = 20;

    private final Map<RunFiles, Followed> runs = new LinkedHashMap<>();
    private final List<RunFiles> unread = new ArrayList<>();
    private Optional<Path> folder = Optional.empty();

    /** A run and how much of it was told. */
    private static final class Followed {
        private final FollowedRun run;
        private Optional<FollowedRun.Status> status = Optional.empty();
        private int told;

        Followed(RunFiles files) {
            this.run = new FollowedRun(files);
        }

        boolean over() {
            return status.isPresent() && !run.going();
        }

        /** Empty when nothing happened. */
        Optional<RunNews> news() {
            List<Event> events = run.update();
            told += events.size();
            Optional<FollowedRun.Status> before = status;
            status = Optional.of(run.status());
            return events.isEmpty() && before.equals(status) ? Optional.empty() : Optional.of(RunNews.of(run, events));
        }
    }

    @Override
    public List<RunNews> look(Path workspace, boolean search) {
        Path here = WorkspaceFolders.runs(workspace);
        if (!folder.equals(Optional.of(here))) {
            folder = Optional.of(here);
            runs.clear();
            unread.clear();
        }
        if (search) {
            List<RunFiles> found = new ArrayList<>(RunFiles.below(here));
            found.removeAll(runs.keySet());
            found.sort(Comparator.comparing(RunFiles::run).reversed());
            unread.clear();
            unread.addAll(found);
        }
        List<RunFiles> next = List.copyOf(unread.subList(0, Math.min(MOST_AT_ONCE, unread.size())));
        unread.removeAll(next);
        next.forEach(files -> runs.put(files, new Followed(files)));
        List<RunNews> news = new ArrayList<>();
        for (Followed one : List.copyOf(runs.values())) {
            if (!one.over()) {
                told(one).ifPresent(news::add);
            }
        }
        return news;
    }

    /** A journal that cannot be read costs its run, not the others. */
    private Optional<RunNews> told(Followed one) {
        try {
            return one.news();
        } catch (ResultStoreException e) {
            LOGGER.warn("A run is left out: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public List<Event> events(RunFiles run) {
        List<Event> all = new FollowedRun(run).update();
        int told = Optional.ofNullable(runs.get(run)).map(one -> one.told).orElse(0);
        return List.copyOf(all.subList(0, Math.min(told, all.size())));
    }

    @Override
    public void order(RunFiles run, Order order) {
        Followed one = runs.computeIfAbsent(run, Followed::new);
        one.run.order(order);
    }
}
