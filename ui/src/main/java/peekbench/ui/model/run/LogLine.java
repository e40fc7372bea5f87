package peekbench.ui.model.run;

import java.time.Instant;

/**
 * A line of a log.
 *
 * @param at when
 * @param level the last that shows it
 * @param text what happened
 */
public record LogLine(Instant at, LogLevel level, String text) {}
