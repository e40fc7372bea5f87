package peekbench.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.scenario.Amounts;

/**
 * What one trial may take. The engine in process cannot hold a trial to them.
 *
 * @param megabytes on the Java heap, and as many again outside it, where arrays are; by default what the launcher's options say
 * @param time from its beginning, attacks included; by default any
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TrialLimits(Optional<Integer> megabytes, Optional<Duration> time) {
    private static final int LEAST_MEGABYTES = 128;
    private static final Pattern MEMORY = Pattern.compile("([0-9]{1,6})([mg])");

    /** @throws ConfigurationException when a limit lets no trial run */
    public TrialLimits {
        Problems problems = new Problems();
        megabytes.ifPresent(size -> problems.atLeast("memory", size, LEAST_MEGABYTES));
        if (time.filter(limit -> limit.isNegative() || limit.isZero()).isPresent()) {
            problems.add("time-limit", "is " + time.get() + "; it must be longer than nothing.");
        }
        problems.throwIfAny();
    }

    /** The words of a command line that set them. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        megabytes.ifPresent(size -> words.addAll(List.of("--memory", size + "m")));
        time.ifPresent(limit -> words.addAll(List.of("--time-limit", limit.toSeconds() + "s")));
        return List.copyOf(words);
    }

    /** None but those of the Java machine. */
    public static TrialLimits none() {
        return new TrialLimits(Optional.empty(), Optional.empty());
    }

    /**
     * The megabytes of a text such as {@code 512m} or {@code 2g}.
     *
     * @throws ConfigurationException when it is something else
     */
    public static int megabytes(String text) {
        Matcher parts = MEMORY.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new ConfigurationException("--memory is (" + text
                    + "); give a whole number of megabytes or gigabytes," + " as in 512m or 2g.");
        }
        return Integer.parseInt(parts.group(1)) * (parts.group(2).equals("g") ? 1024 : 1);
    }

    /**
     * The duration of a text such as {@code 90s}, {@code 30m}, {@code 2h} or {@code 1d}.
     *
     * @throws ConfigurationException when it is something else
     */
    public static Duration time(String text) {
        return Amounts.time(text)
                .orElseThrow(() ->
                        new ConfigurationException("--time-limit is (" + text + "); give " + Amounts.TIMES + "."));
    }
}
