package peekbench.journal;

import java.time.Duration;
import java.time.Instant;

/**
 * A process of this machine; the system gives its number away again after it ended.
 *
 * @param number of the process
 * @param started when it began
 */
record ProcessMark(long number, Instant started) {
    /** The system tells beginnings to a second or so. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    boolean alive() {
        return ProcessHandle.of(number)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .map(begun -> Duration.between(begun, started).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
