package peekbench.ui.service.run;

import java.time.Instant;
import java.util.Optional;

/** A process that was started to run something, until its journal is there. */
public interface StartedRun {
    /** Number of its process. */
    long process();

    /** When it was started. */
    Instant started();

    /** Why it ended, in words; empty as long as it lives. Asked away from the window's thread. */
    Optional<String> ended();

    /** What it printed is of no use any more. */
    void forget();
}
