package peekbench.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.event.TrialEvent;
import peekbench.problem.ConfigurationException;
import peekbench.result.file.ResultStoreException;

/** A run that some program began, followed and steered from this one through its files alone. For one thread. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class FollowedRun {
    private final RunFiles files;
    private final LineTail lines;
    private final Map<String, TrialState> trials = new LinkedHashMap<>();
    private RunEvent.@Nullable Run header;
    private RunEvent.@Nullable RunDone done;
    private RunEvent.@Nullable Stopping stopping;
    private boolean paused;
    private boolean alive = true;

    public FollowedRun(RunFiles files) {
        this.files = files;
        this.lines = new LineTail(files.journal());
    }

    /** How a run is. */
    public enum Status {
        RUNNING,
        PAUSED,
        STOPPING,
        /** It ended as its last line says. */
        ENDED,
        /** Its process died without a last line; the same command goes on with the rest. */
        INTERRUPTED
    }

    /** The runs of a result folder, and of the result folders in it, brought up to date; the oldest first. */
    public static List<FollowedRun> in(Path folder) {
        return RunFiles.below(folder).stream()
                .sorted((one, other) -> one.run().compareTo(other.run()))
                .map(FollowedRun::new)
                .peek(FollowedRun::update)
                .toList();
    }

    /**
     * Reads what the run wrote since the last call.
     *
     * @return its events, in order; lines that are none of this version's are left out
     * @throws ResultStoreException when the file cannot be read
     */
    public List<Event> update() {
        // Asked before the lines are read: what a run wrote before it died is then never missed.
        alive = files.alive(header().map(run -> new ProcessMark(run.process(), run.processStarted())));
        List<Event> events = new ArrayList<>();
        try {
            for (List<String> more = lines.more(); !more.isEmpty(); more = lines.more()) {
                more.stream().map(EventJson::read).flatMap(Optional::stream).forEach(events::add);
            }
        } catch (IOException e) {
            throw ResultStoreException.reading(files.journal(), e);
        }
        events.forEach(this::hear);
        return events;
    }

    private void hear(Event event) {
        if (event instanceof RunEvent.Run run) {
            header = run;
        } else if (event instanceof RunEvent.Plan plan) {
            plan.trials().forEach(one -> trials.put(one.id(), TrialState.planned(one.id(), one.complete())));
        } else if (event instanceof RunEvent.Paused) {
            paused = true;
        } else if (event instanceof RunEvent.Resumed) {
            paused = false;
        } else if (event instanceof RunEvent.Stopping order) {
            stopping = order;
        } else if (event instanceof RunEvent.RunDone last) {
            done = last;
        } else if (event instanceof TrialEvent trial) {
            trials.compute(
                    trial.trial(), (id, known) -> after(trial, known == null ? TrialState.planned(id, false) : known));
        }
    }

    private static TrialState after(TrialEvent event, TrialState state) {
        if (event instanceof TrialEvent.Started) {
            return state.begun(event.at());
        }
        if (event instanceof TrialEvent.Epoch epoch) {
            return state.learned(epoch.metrics().testAccuracy())
                    .going(event.at(), epoch.share(), "epoch " + epoch.metrics().epoch() + " of " + epoch.epochs());
        }
        if (event instanceof TrialEvent.Attack attack) {
            return state.going(event.at(), attack.share(), "attack " + attack.attack());
        }
        if (event instanceof TrialEvent.Progress progress) {
            return state.going(event.at(), progress.share(), progress.what() + ", " + progress.detail());
        }
        if (event instanceof TrialEvent.Done) {
            return state.ended(event.at(), TrialState.Status.COMPLETE, "");
        }
        if (event instanceof TrialEvent.Failed failed) {
            return failed.again()
                    ? TrialState.planned(state.id(), false)
                    : state.ended(event.at(), TrialState.Status.FAILED, failed.error());
        }
        return state.ended(event.at(), TrialState.Status.STOPPED, "");
    }

    public RunFiles files() {
        return files;
    }

    /** Its first line; empty until it is written. */
    public Optional<RunEvent.Run> header() {
        return Optional.ofNullable(header);
    }

    /** Its last line; empty before it has ended. */
    public Optional<RunEvent.RunDone> end() {
        return Optional.ofNullable(done);
    }

    public Status status() {
        if (done != null) {
            return Status.ENDED;
        }
        if (!alive) {
            return Status.INTERRUPTED;
        }
        if (stopping != null) {
            return Status.STOPPING;
        }
        return paused ? Status.PAUSED : Status.RUNNING;
    }

    /** Whether its process is there and not at its end. */
    public boolean going() {
        return done == null && alive;
    }

    /** The trials of its plan, in order. */
    public List<TrialState> trials() {
        return List.copyOf(trials.values());
    }

    /** How long it goes on; empty when it does not, or before its first trial, or a tenth of it, is complete. */
    public Optional<Duration> left() {
        return going() && header != null ? TimeLeft.of(trials.values(), header.workers()) : Optional.empty();
    }

    /** How long one of its trials goes on once it has begun; empty where that cannot be said. */
    public Optional<Duration> left(TrialState trial) {
        return going() && trial.status() == TrialState.Status.RUNNING
                ? TimeLeft.of(trial, trials.values())
                : Optional.empty();
    }

    /**
     * Asks something of the run, which hears of it within a second.
     *
     * @throws ConfigurationException when the run is not going, or has no such trial
     * @throws ResultStoreException when the disk refuses
     */
    public void order(Order order) {
        if (!going()) {
            throw new ConfigurationException("The run (" + files.run() + ") in " + files.results()
                    + " is not going any more, so nothing can be asked of it. List runs with: peekbench runs");
        }
        if (order instanceof Order.StopTrial one && !trials.containsKey(one.id())) {
            throw new ConfigurationException("The run (" + files.run() + ") has no trial (" + one.id() + ")."
                    + " Its trials are listed by: peekbench runs " + files.results() + " --trials");
        }
        try (BufferedWriter control = Files.newBufferedWriter(
                files.control(), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            control.write(order.line() + "\n");
        } catch (IOException e) {
            throw ResultStoreException.writing(files.control(), e);
        }
    }
}
