package peekbench.ui.service.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import peekbench.event.Event;
import peekbench.event.RunEvent;
import peekbench.journal.FollowedRun;
import peekbench.journal.RunFiles;

/**
 * How a run is, and what happened in it since the last news of it.
 *
 * @param files names it
 * @param status how it is
 * @param header its first line; empty until it is written
 * @param end its last line; empty before it has ended
 * @param trials of its plan, in order
 * @param left how long it goes on; empty where that cannot be said
 * @param events that are new, in order
 */
public record RunNews(
        RunFiles files,
        FollowedRun.Status status,
        Optional<RunEvent.Run> header,
        Optional<RunEvent.RunDone> end,
        List<FollowedTrial> trials,
        Optional<Duration> left,
        List<Event> events) {
    public RunNews {
        trials = List.copyOf(trials);
        events = List.copyOf(events);
    }

    /** Of a run as it is now. */
    static RunNews of(FollowedRun run, List<Event> events) {
        return new RunNews(
                run.files(),
                run.status(),
                run.header(),
                run.end(),
                run.trials().stream()
                        .map(trial -> new FollowedTrial(trial, run.left(trial)))
                        .toList(),
                run.left(),
                events);
    }

    /** The name of its scenario, or its own before its first line is there. */
    public String title() {
        return header.map(RunEvent.Run::scenario).orElse(files.run());
    }

    /** Whether its process is there and not at its end. */
    public boolean going() {
        return status != FollowedRun.Status.ENDED && status != FollowedRun.Status.INTERRUPTED;
    }
}
