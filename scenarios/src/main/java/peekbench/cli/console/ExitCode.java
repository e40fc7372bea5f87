package peekbench.cli.console;

import peekbench.event.RunEvent;

/** What a script learns from a run. */
public final class ExitCode {
    public static final int DONE = 0;
    /** A trial failed, or results could not be written. */
    public static final int FAILED = 1;
    /** The command line, the scenario or the data are wrong; nothing was run. */
    public static final int BAD_INPUT = 2;
    /** A run was stopped before its end. */
    static final int STOPPED = 3;
    /** Stopped with Ctrl-C. The Java machine itself gives this one. */
    public static final int INTERRUPTED = 130;

    /** Of a run that ended so. */
    public static int of(RunEvent.Outcome outcome) {
        return switch (outcome) {
            case COMPLETED -> DONE;
            case FAILED -> FAILED;
            case STOPPED -> STOPPED;
            case INTERRUPTED -> INTERRUPTED;
        };
    }

    private ExitCode() {}
}
