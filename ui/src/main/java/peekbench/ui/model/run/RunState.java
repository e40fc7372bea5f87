package peekbench.ui.model.run;

import peekbench.event.RunEvent;
import peekbench.journal.FollowedRun;
import peekbench.journal.TrialState;
import peekbench.ui.service.run.RunNews;

/** How a run or a trial is, as one word. */
public enum RunState {
    WAITING("waiting", "It begins when what is before it has ended."),
    STARTING("starting", "Its process is there and reads scenario and data."),
    RUNNING("running", "It goes on, also when this window is closed."),
    PAUSED("paused", "Running trials end, none begins."),
    STOPPING("stopping", "It ends when its running trials have ended, or at once where that was asked."),
    COMPLETE("complete", "Every trial has its result."),
    KEPT("complete before", "An earlier run completed it."),
    FAILED("failed", "It ended with an error. Complete trials are kept."),
    STOPPED("stopped", "Somebody stopped it, or its budget is spent. Complete trials are kept; the rest can be run."),
    INTERRUPTED("interrupted", "Its process is gone. Complete trials are kept; the rest can be run."),
    REFUSED("refused", "It did not begin: the scenario has a mistake, or its folder is another program's.");

    private final String word;
    private final String meaning;

    RunState(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    static RunState of(RunNews run) {
        return switch (run.status()) {
            case RUNNING -> RUNNING;
            case PAUSED -> PAUSED;
            case STOPPING -> STOPPING;
            case INTERRUPTED -> INTERRUPTED;
            case ENDED ->
                run.end().map(RunEvent.RunDone::outcome).map(RunState::of).orElse(INTERRUPTED);
        };
    }

    private static RunState of(RunEvent.Outcome outcome) {
        return switch (outcome) {
            case COMPLETED -> COMPLETE;
            case FAILED -> FAILED;
            case STOPPED -> STOPPED;
            case INTERRUPTED -> INTERRUPTED;
        };
    }

    /** Of a trial, whose run may have ended before it. */
    static RunState of(TrialState.Status status, RunNews run) {
        boolean dead = run.status() == FollowedRun.Status.INTERRUPTED;
        return switch (status) {
            case WAITING -> run.going() ? WAITING : STOPPED;
            case RUNNING -> run.going() ? RUNNING : dead ? INTERRUPTED : STOPPED;
            case KEPT -> KEPT;
            case COMPLETE -> COMPLETE;
            case FAILED -> FAILED;
            case STOPPED -> STOPPED;
        };
    }

    /** As tables have it. */
    public String word() {
        return word;
    }

    /** In a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether a process works on it. */
    public boolean going() {
        return this == STARTING || this == RUNNING || this == PAUSED || this == STOPPING;
    }

    /** Whether there is a result, of this run or an earlier one. */
    public boolean complete() {
        return this == COMPLETE || this == KEPT;
    }

    /** Whether it ended in a way that somebody should look at. */
    public boolean trouble() {
        return this == FAILED || this == REFUSED || this == INTERRUPTED;
    }
}
