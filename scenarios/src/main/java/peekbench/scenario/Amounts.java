package peekbench.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts with a unit, as people write them. */
public final class Amounts {
    /** What {@link #time} takes, for messages. */
    public static final String TIMES = "a whole number of seconds, minutes, hours or days, as in 90s, 30m, 2h or 1d";
    /** What {@link #bytes} takes, for messages. */
    public static final String SIZES = "a number of megabytes, gigabytes or terabytes, as in 500MB, 20GB or 1.5TB";

    private static final Pattern TIME = Pattern.compile("([0-9]{1,6})([smhd])");
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?) ?([MGT])B");
    private static final Map<String, BigDecimal> BYTES =
            Map.of("M", new BigDecimal("1e6"), "G", new BigDecimal("1e9"), "T", new BigDecimal("1e12"));

    private Amounts() {}

    /** The duration of {@code 90s}, {@code 30m}, {@code 2h} or {@code 1d}; empty for any other text. */
    public static Optional<Duration> time(String text) {
        Matcher parts = TIME.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String unit = parts.group(2).toUpperCase(Locale.ROOT);
        return Optional.of(
                Duration.parse(unit.equals("D") ? "P" + parts.group(1) + unit : "PT" + parts.group(1) + unit));
    }

    /** The bytes of {@code 500MB}, {@code 20GB} or {@code 1.5TB}, powers of ten; empty for any other text. */
    public static OptionalLong bytes(String text) {
        Matcher parts = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        BigDecimal unit = BYTES.getOrDefault(parts.group(2), BigDecimal.ONE);
        return OptionalLong.of(new BigDecimal(parts.group(1)).multiply(unit).longValueExact());
    }
}
