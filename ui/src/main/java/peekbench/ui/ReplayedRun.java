package peekbench.ui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.io.file.PathUtils;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.event.TrialEvent;
import peekbench.journal.FollowedRun;
import peekbench.journal.RunFiles;
import peekbench.journal.RunJournal;
import peekbench.ui.service.WorkspaceFolders;

/**
 * The journal of a run that is over, told again up to some point in a workspace of its own, as if the run were there now: pictures
 * of a run that goes on then show what a run said.
 */
final class ReplayedRun implements AutoCloseable {
    private final Path workspace;
    private final RunJournal journal;

    private ReplayedRun(Path workspace, RunJournal journal) {
        this.workspace = workspace;
        this.journal = journal;
    }

    /** What the newest run wrote of which trials completed; empty where there is no such run. */
    static Optional<List<Event>> events(Path opened) {
        return RunFiles.below(WorkspaceFolders.runs(opened)).stream()
                .sorted(Comparator.comparing(RunFiles::run).reversed())
                .map(files -> new FollowedRun(files).update())
                .filter(events -> events.stream().anyMatch(TrialEvent.Done.class::isInstance)
                        && events.stream().anyMatch(RunEvent.Plan.class::isInstance))
                .findFirst();
    }

    /** A folder in one of its own, so that pictures show a name that a person would give. */
    static Path emptyWorkspace() throws IOException {
        return Files.createDirectory(Files.createTempDirectory("peekbench").resolve("workspace"));
    }

    /**
     * Tells a beginning of the events.
     *
     * @param trials of the plan that are told of, at most
     * @param share of the events of these trials
     */
    static ReplayedRun of(List<Event> events, int trials, double share) throws IOException {
        RunEvent.Run header = first(events, RunEvent.Run.class);
        RunEvent.Plan whole = first(events, RunEvent.Plan.class);
        List<RunEvent.Planned> planned = whole.trials().stream().limit(trials).toList();
        List<TrialEvent> of = of(events, planned);
        List<TrialEvent> told = of.subList(0, (int) Math.round(share * of.size()));
        Instant last = told.isEmpty() ? whole.at() : told.get(told.size() - 1).at();
        Duration later = Duration.between(last, EventJson.now());
        Path workspace = emptyWorkspace();
        Path results = workspace.resolve("results").resolve(header.scenario());
        Files.createDirectories(results);
        ProcessHandle self = ProcessHandle.current();
        RunJournal journal = RunJournal.begin(
                results,
                header.at().plus(later),
                run -> new RunEvent.Run(
                        header.at().plus(later),
                        Event.FORMAT,
                        run,
                        self.pid(),
                        self.info().startInstant().orElse(header.at()),
                        header.command(),
                        "results/" + header.scenario(),
                        header.scenario(),
                        header.workers()));
        journal.accept(new RunEvent.Plan(whole.at().plus(later), planned, whole.leftOut()));
        told.forEach(event -> journal.accept(shifted(event, later)));
        return new ReplayedRun(workspace, journal);
    }

    private static List<TrialEvent> of(List<Event> events, List<RunEvent.Planned> trials) {
        Set<String> ids = trials.stream().map(RunEvent.Planned::id).collect(Collectors.toSet());
        return events.stream()
                .filter(TrialEvent.class::isInstance)
                .map(TrialEvent.class::cast)
                .filter(event -> ids.contains(event.trial()))
                .toList();
    }

    private static <E> E first(List<Event> events, Class<E> type) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Event shifted(Event event, Duration later) {
        ObjectNode tree = (ObjectNode) EventJson.tree(event);
        tree.put("at", event.at().plus(later).toString());
        return EventJson.read(tree.toString()).orElseThrow();
    }

    Path workspace() {
        return workspace;
    }

    /** The share of a plan's events at which its first trial is about to complete. */
    static double beforeFirstResult(List<Event> events, int trials) {
        List<TrialEvent> of = of(
                events,
                first(events, RunEvent.Plan.class).trials().stream()
                        .limit(trials)
                        .toList());
        for (int i = 0; i < of.size(); i++) {
            if (of.get(i) instanceof TrialEvent.Done) {
                return .6 * i / of.size();
            }
        }
        return .5;
    }

    @Override
    public void close() {
        journal.close();
        try {
            PathUtils.deleteDirectory(Objects.requireNonNullElse(workspace.getParent(), workspace));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
