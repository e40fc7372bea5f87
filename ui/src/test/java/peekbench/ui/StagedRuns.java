package peekbench.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import peekbench.event.Event;
import peekbench.event.RunEvent;
import peekbench.event.TrialEvent;
import peekbench.journal.Order;
import peekbench.journal.OrderInbox;
import peekbench.journal.RunJournal;
import peekbench.result.EpochMetrics;
import peekbench.ui.service.run.JournalRuns;
import peekbench.ui.service.run.RunProcesses;
import peekbench.ui.service.run.RunRequest;
import peekbench.ui.service.run.RunServices;
import peekbench.ui.service.run.StartedRun;
import peekbench.ui.service.run.WaitingFile;

/** Runs whose processes are this one: a journal is begun for each, and the test says what happens. Time stands still. */
public final class StagedRuns implements RunProcesses {
    /** When everything begins. */
    public static final Instant START = Instant.parse("2026-11-27T12:00:00Z");

    private final List<RunRequest> requests = new ArrayList<>();
    private final List<RunJournal> journals = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();

    /** The real followers, and processes that are staged. */
    public static RunServices services(StagedRuns runs) {
        return new RunServices(new JournalRuns(), runs, new WaitingFile(), () -> after(90));
    }

    /** So many seconds later. */
    public static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }

    /** What is started next ends without a run. */
    public void refuse(String why) {
        refusal = Optional.of(why);
    }

    @Override
    public StartedRun start(RunRequest request) {
        requests.add(request);
        Optional<String> why = refusal;
        refusal = Optional.empty();
        if (why.isPresent()) {
            return new Started(0, why);
        }
        Path results = Path.of(request.folder()).resolve("results").resolve(request.title());
        journals.add(begin(results, request.title(), request.command(), 1000 + requests.size()));
        return new Started(1000 + requests.size(), Optional.empty());
    }

    /** A run as somebody else begins it in a terminal. */
    public static RunJournal begin(Path results, String scenario, String command, long process) {
        try {
            Files.createDirectories(results);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RunJournal.begin(
                results,
                START,
                run -> new RunEvent.Run(
                        after(60), Event.FORMAT, run, process, START, command, "results/" + scenario, scenario, 2));
    }

    private record Started(long process, Optional<String> ended) implements StartedRun {
        @Override
        public Instant started() {
            return after(60);
        }

        @Override
        public void forget() {}
    }

    /** The plan of trials that are not there yet. */
    public static RunEvent plan(String... trials) {
        return new RunEvent.Plan(
                after(60),
                Stream.of(trials)
                        .map(trial -> new RunEvent.Planned(trial, false))
                        .toList(),
                List.of());
    }

    /** A trial begins. */
    public static TrialEvent started(String trial) {
        return new TrialEvent.Started(after(60), trial, 0, 7, 1);
    }

    /** An epoch of three ended. */
    public static TrialEvent epoch(String trial, int epoch, double accuracy) {
        return new TrialEvent.Epoch(
                after(60 + 2 * epoch),
                trial,
                .4 * epoch / 3,
                3,
                new EpochMetrics(
                        epoch,
                        1.0 / epoch,
                        1.1 / epoch,
                        accuracy,
                        Double.NaN,
                        true,
                        1,
                        10,
                        100,
                        100,
                        0,
                        OptionalDouble.empty(),
                        0,
                        0,
                        OptionalDouble.of(.5),
                        OptionalDouble.empty()));
    }

    /** A trial is complete. */
    public static TrialEvent done(String trial) {
        return new TrialEvent.Done(after(80), trial, 1, "results/quickstart/" + trial);
    }

    /** A trial failed for good. */
    public static TrialEvent failed(String trial, String error) {
        return new TrialEvent.Failed(after(80), trial, .3, error, Optional.empty(), false);
    }

    /** The last line of a run. */
    public static RunEvent end(RunEvent.Outcome outcome) {
        return new RunEvent.RunDone(after(85), outcome, 2, 0, 0, List.of());
    }

    /** What was started, in its order. */
    public List<RunRequest> requests() {
        return requests;
    }

    /** The journal of the run that was started last; its end is its process's death. */
    public RunJournal journal() {
        return journals.get(journals.size() - 1);
    }

    /** What the run that was started last was asked. */
    public List<Order> orders() {
        return new OrderInbox(journal().files()).more();
    }

    /** What happens in the run that was started last. */
    public void tell(Event... events) {
        Stream.of(events).forEach(journal());
    }
}
