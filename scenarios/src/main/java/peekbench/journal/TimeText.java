package peekbench.journal;

import java.time.Duration;
import org.apache.commons.lang3.time.DurationFormatUtils;

/** Times as a person waits by. */
public final class TimeText {
    private static final int MINUTE = 60;

    private TimeText() {}

    /** What is left, rounded up: {@code 1 min}, {@code 12 min}, {@code 2 h 5 min}. */
    public static String left(Duration left) {
        return minutes(left.plusSeconds(MINUTE - 1).toMinutes());
    }

    /** What it took: {@code 52 s}, {@code 12 min}, {@code 2 h 5 min}. */
    public static String took(Duration took) {
        long seconds = Math.max(0, took.toSeconds());
        return seconds < 2 * MINUTE ? seconds + " s" : minutes((seconds + MINUTE / 2) / MINUTE);
    }

    private static String minutes(long minutes) {
        return minutes < MINUTE
                ? minutes + " min"
                : DurationFormatUtils.formatDuration(60_000 * minutes, "H 'h' m 'min'");
    }
}
