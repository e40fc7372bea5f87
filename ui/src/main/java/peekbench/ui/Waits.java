package peekbench.ui;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** How long what comes to the window's thread waits for its turn, asked every few milliseconds. */
final class Waits {
    private static final long EVERY_MILLISECONDS = 4;

    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor(new Daemons("waits"));
    private long longest;

    /** Begins to ask. */
    void begin() {
        ScheduledFuture<?> unused = asking.scheduleAtFixedRate(this::ask, 0, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private void ask() {
        long asked = System.nanoTime();
        Platform.runLater(() -> longest = Math.max(longest, System.nanoTime() - asked));
    }

    /** The longest since this was called last, in milliseconds; on the window's thread. */
    double longest() {
        double milliseconds = longest / 1e6;
        longest = 0;
        return milliseconds;
    }
}
