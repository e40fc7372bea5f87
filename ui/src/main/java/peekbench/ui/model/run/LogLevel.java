package peekbench.ui.model.run;

import java.util.Optional;
import peekbench.event.Event;
import peekbench.event.RunEvent;
import peekbench.event.TrialEvent;

/** How much of a log is shown; each shows what the next shows too. */
public enum LogLevel {
    ALL("All", "Every line."),
    STEPS("Steps", "Without what only says how far something is."),
    PROBLEMS("Problems", "Only what failed.");

    private final String title;
    private final String meaning;

    LogLevel(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** The last level that shows an event; empty for what no log needs. */
    static Optional<LogLevel> of(Event event) {
        if (event instanceof TrialEvent.Failed || event instanceof RunEvent.Refused) {
            return Optional.of(PROBLEMS);
        }
        if (event instanceof RunEvent.RunDone done) {
            boolean well = done.outcome() == RunEvent.Outcome.COMPLETED || done.outcome() == RunEvent.Outcome.STOPPED;
            return Optional.of(well ? STEPS : PROBLEMS);
        }
        if (event instanceof TrialEvent.Progress) {
            return Optional.of(ALL);
        }
        return event instanceof TrialEvent || event instanceof RunEvent ? Optional.of(STEPS) : Optional.empty();
    }

    /** On its button. */
    public String title() {
        return title;
    }

    /** In a sentence. */
    public String meaning() {
        return meaning;
    }
}
