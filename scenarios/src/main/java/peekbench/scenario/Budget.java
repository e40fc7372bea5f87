package peekbench.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peekbench.problem.Problems;
import peekbench.registry.Summary;

/**
 * What a run may take; trials that would exceed it are not started.
 *
 * @param time as {@code 90s}, {@code 45min}, {@code 8h} or {@code 2d}, on the clock, not of all processors together
 * @param disk as {@code 500MB}, {@code 20GB} or {@code 1TB}, powers of ten, of the whole plan's trials together
 */
@Summary("what a run may take: trials that would exceed it are not started")
public record Budget(
        @Summary("on the clock: 90s, 45min, 8h or 2d") Optional<String> time,

        @Summary("of the result folder: 500MB, 20GB or 1TB") Optional<String> disk) {
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?) ?([A-Za-z]+)");
    private static final Map<String, Long> MILLISECONDS =
            Map.of("s", 1_000L, "min", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    private static final Map<String, Long> BYTES =
            Map.of("MB", 1_000_000L, "GB", 1_000_000_000L, "TB", 1_000_000_000_000L);

    /** @throws peekbench.problem.ConfigurationException when an amount cannot be read, or is 0 */
    public Budget {
        Problems problems = new Problems();
        time.filter(text -> amount(text, MILLISECONDS).isEmpty())
                .ifPresent(text -> problems.add(
                        "time",
                        "is " + text
                                + "; it must be a number above 0 with one of s, min, h and d, as in 8h or 45min."));
        disk.filter(text -> amount(text, BYTES).isEmpty())
                .ifPresent(text -> problems.add(
                        "disk", "is " + text + "; it must be a number above 0 with one of MB, GB and TB, as in 20GB."));
        problems.throwIfAny();
    }

    private static OptionalLong amount(String text, Map<String, Long> units) {
        Matcher matcher = AMOUNT.matcher(text);
        if (!matcher.matches() || !units.containsKey(matcher.group(2))) {
            return OptionalLong.empty();
        }
        long amount = new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(units.get(matcher.group(2))))
                .longValue();
        return amount > 0 ? OptionalLong.of(amount) : OptionalLong.empty();
    }

    /** The time as a duration. */
    public Optional<Duration> duration() {
        return time.map(text -> Duration.ofMillis(amount(text, MILLISECONDS).orElseThrow()));
    }

    /** The disk space in bytes. */
    public OptionalLong bytes() {
        return disk.map(text -> amount(text, BYTES)).orElseGet(OptionalLong::empty);
    }
}
