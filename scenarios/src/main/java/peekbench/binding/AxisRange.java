package peekbench.binding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/**
 * Numbers from one to another, both included: {@code from + k step} in steps of a size, {@code from + k (to - from) / (steps - 1)}
 * in a number of steps, or {@code from (to / from)^(k / (steps - 1))} on a logarithmic scale, rounded to six digits.
 *
 * @param from the first
 * @param to the last, or, in steps of a size that does not meet it, the bound
 * @param step size of a step
 * @param steps how many numbers, in place of a size
 */
@Summary("numbers from one to another, in steps of a size or in a number of steps")
record AxisRange(
        @Summary("the first number") double from,
        @Summary("the last number") double to,
        @Summary("size of a step; in place of steps") Optional<Double> step,
        @Summary("how many numbers; in place of step") Optional<Integer> steps,

        @Default("linear") @Summary("log: equal ratios in place of equal differences")
        Scale scale) {
    static final int MOST = 1_000;

    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final MathContext EXACT = MathContext.DECIMAL64;

    /** How numbers are spaced. */
    enum Scale {
        @Summary("equal differences")
        LINEAR,
        @Summary("equal ratios")
        LOG
    }

    AxisRange {
        Problems problems = new Problems();
        if (to <= from) {
            problems.add("to", "is " + to + ", but from is " + from + "; it must be above it.");
        }
        if (step.isPresent() == steps.isPresent()) {
            problems.add(
                    step.isPresent() ? "steps" : "",
                    "A range needs step or steps, and not both, as in {from: 1, to: 5, step: 1} or {from: 0.1, to: 10,"
                            + " steps: 5, scale: log}.");
        }
        if (scale == Scale.LOG && step.isPresent()) {
            problems.add("step", "is the size of a step, which a logarithmic scale does not have. Use steps.");
        }
        if (scale == Scale.LOG && from <= 0) {
            problems.add("from", "is " + from + "; on a logarithmic scale it must be above 0.");
        }
        steps.ifPresent(count -> problems.atLeast("steps", count, 2));
        steps.filter(count -> count > MOST)
                .ifPresent(count -> problems.add("steps", "is " + count + "; it must be at most " + MOST + "."));
        step.filter(size -> size <= 0).ifPresent(size -> problems.add("step", "is " + size + "; it must be above 0."));
        step.filter(size -> size > 0 && (to - from) / size >= MOST)
                .ifPresent(size -> problems.add(
                        "step", "is " + size + ", which gives more than " + MOST + " numbers; use a larger step."));
        problems.throwIfAny();
    }

    /** The numbers, as they are written. */
    List<String> numbers() {
        BigDecimal first = BigDecimal.valueOf(from);
        BigDecimal last = BigDecimal.valueOf(to);
        int count = step.map(size -> last.subtract(first)
                                .divideToIntegralValue(BigDecimal.valueOf(size))
                                .intValue()
                        + 1)
                .or(() -> steps)
                .orElseThrow();
        return IntStream.range(0, count)
                .mapToObj(place -> number(first, last, place, count - 1))
                .map(number ->
                        number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString())
                .toList();
    }

    private BigDecimal number(BigDecimal first, BigDecimal last, int place, int end) {
        BigDecimal distance = BigDecimal.valueOf(place);
        if (step.isPresent()) {
            return first.add(BigDecimal.valueOf(step.get()).multiply(distance));
        }
        if (place == end) {
            return last;
        }
        BigDecimal share = distance.divide(BigDecimal.valueOf(end), EXACT);
        return scale == Scale.LOG
                ? new BigDecimal(from * Math.pow(to / from, share.doubleValue())).round(SIX_DIGITS)
                : first.add(last.subtract(first).multiply(share)).round(SIX_DIGITS);
    }
}
