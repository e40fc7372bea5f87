package peekbench.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import peekbench.problem.Problems;
import peekbench.registry.Summary;

/**
 * What a run may take; nothing of it changes a figure. No trial begins that would go beyond it, and trials are run in an order in
 * which whatever is finished is a balanced design.
 *
 * @param time on the clock, from the beginning of the run: {@code 8h}
 * @param disk what the result folder may hold then: {@code 20GB}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("what a run may take; it ends before the trial that would go beyond, and the same command goes on")
public record Budget(
        @Summary("on the clock, from the beginning of a run: 90s, 30m, 8h, 2d")
        Optional<String> time,

        @Summary("what the result folder may hold at the end: 500MB, 20GB, 1TB")
        Optional<String> disk) {
    /** @throws peekbench.problem.ConfigurationException when they are no time and no size, or nothing */
    public Budget {
        Problems problems = new Problems();
        check(problems, "time", time, time.flatMap(Amounts::time).map(Duration::toMillis), Amounts.TIMES);
        check(
                problems,
                "disk",
                disk,
                disk.map(Amounts::bytes).filter(OptionalLong::isPresent).map(OptionalLong::getAsLong),
                Amounts.SIZES);
        problems.throwIfAny();
    }

    private static void check(
            Problems problems, String key, Optional<String> text, Optional<Long> amount, String allowed) {
        if (text.isPresent() && amount.isEmpty()) {
            problems.add(key, "is " + text.get() + "; it must be " + allowed + ".");
        } else if (amount.filter(value -> value == 0).isPresent()) {
            problems.add(key, "is " + text.orElse("") + ", in which nothing can be run. Give more, or leave it out.");
        }
    }

    /** As much as it takes. */
    public static Budget unlimited() {
        return new Budget(Optional.empty(), Optional.empty());
    }

    public boolean isUnlimited() {
        return time.isEmpty() && disk.isEmpty();
    }

    /** The time as a duration. */
    public Optional<Duration> duration() {
        return time.flatMap(Amounts::time);
    }

    /** The disk in bytes. */
    public OptionalLong bytes() {
        return disk.map(Amounts::bytes).orElseGet(OptionalLong::empty);
    }

    /** {@code 8h, 20GB}. */
    public String text() {
        return Stream.of(time, disk).flatMap(Optional::stream).collect(Collectors.joining(", "));
    }
}
