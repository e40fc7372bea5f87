package peekbench.defense.privacy;

import org.apache.commons.math3.util.CombinatoricsUtils;
import org.apache.commons.math3.util.FastMath;
import peekbench.registry.Paper;

/**
 * Rényi differential privacy of the sampled Gaussian mechanism: every record is in a step's batch with probability q, by itself,
 * and the sum of the batch's clipped values, of an L2 norm of at most C each, gets noise {@code N(0, (z C)²)}. Neighbours are
 * data sets with one record more or less. For an order α greater than 1
 *
 * <pre>
 * ε(α) = log A(α) / (α - 1),   A(α) = E[(1 + y)^α],   y = q (exp(w) - 1),   w = u/z - 1/2z²,   u ~ N(0, 1)
 * </pre>
 *
 * and {@code ε(α) = α / 2z²} for q = 1. What is computed is {@code A - 1}, of terms that are not negative, so that nothing
 * cancels where privacy is cheap, and its logarithm, so that nothing overflows where it is gone:
 * <ul>
 *   <li>for whole orders {@code Σ_k≥2 C(α, k) (1 - q)^(α - k) q^k (exp((k² - k) / 2z²) - 1)}, which is exact;
 *   <li>for others {@code E[(1 + y)^α - 1 - α y]}, as E[y] = 0, by the trapezoid rule, whose error falls exponentially with the
 *       step for such functions: the step is at most half of z, by which singularities are {@code π z} away;
 *   <li>where noise is so small that the binomial series' first term {@code q^α exp(α (α - 1) / 2z²)} is e^36 times as large as 1
 *       and as its next term, that term.
 * </ul>
 *
 * <p>ε(α) is infinite where a double cannot hold it, as for z below about 1e-154.
 *
 * @param rate q, in (0, 1]
 * @param noiseMultiplier z, greater than 0
 */
@Paper(
        authors = "Mironov, Talwar, Zhang",
        title = "Rényi Differential Privacy of the Sampled Gaussian Mechanism",
        year = 2019,
        venue = "arXiv:1908.10530",
        section = "3.3")
record SampledGaussian(double rate, double noiseMultiplier) {
    /** Beyond so many standard deviations on either side of the mass nothing adds to the integral. */
    private static final double TAIL = 12;
    /** The widest step of the trapezoid rule, in standard deviations. */
    private static final double STEP = .05;
    /** What is less than e to minus this, of 1, a double cannot tell from nothing. */
    private static final double NOTHING = 36;
    /** Where the series of (1 + y)^α is used, since the power itself has too few digits left. */
    private static final double SMALL = 1e-3;
    /** Where y may leave the range of a double, and 1 is nothing beside it. */
    private static final double LARGE = 1e18;

    /**
     * ε(α).
     *
     * @param order α, greater than 1
     */
    double epsilon(double order) {
        if (rate == 1) {
            return order / (2 * noiseMultiplier * noiseMultiplier);
        }
        return logMoment(order) / (order - 1);
    }

    /** {@code 1 / 2z²}. */
    private double half() {
        return 1 / (2 * noiseMultiplier * noiseMultiplier);
    }

    private double logMoment(double order) {
        if (order == Math.rint(order)) {
            return logOnePlus(sum((int) order));
        }
        double first = order * Math.log(rate) + order * (order - 1) * half();
        double next = Math.log(order) + FastMath.log1p(-rate) - Math.log(rate) - 2 * (order - 1) * half();
        return first > NOTHING && next < -NOTHING ? first : logOnePlus(integral(order));
    }

    private double sum(int order) {
        double total = Double.NEGATIVE_INFINITY;
        for (int k = 2; k <= order; k++) {
            double term = CombinatoricsUtils.binomialCoefficientLog(order, k)
                    + (order - k) * FastMath.log1p(-rate)
                    + k * Math.log(rate)
                    + logExpMinusOne(((double) k * k - k) * half());
            total = logSum(total, term);
        }
        return total;
    }

    /** The mass lies between 0 and what draws the integrand farthest: the square of y or its power of α. */
    private double integral(double order) {
        double high = Math.max(2, order) / noiseMultiplier + TAIL;
        double step = Math.min(STEP, noiseMultiplier / 2);
        long points = (long) Math.ceil((high + TAIL) / step);
        double total = Double.NEGATIVE_INFINITY;
        for (long i = 0; i <= points; i++) {
            double u = i * step - TAIL;
            total = logSum(total, logExcess(u / noiseMultiplier - half(), order) - u * u / 2);
        }
        return total + Math.log(step) - Math.log(2 * Math.PI) / 2;
    }

    /** {@code log((1 + y)^α - 1 - α y)}. */
    private double logExcess(double w, double order) {
        double y = rate * FastMath.expm1(w);
        if (y > LARGE) {
            double logY = Math.log(rate) + w;
            // Of (1 + y)^α and α y, the other terms being nothing beside them.
            return order * logY + FastMath.log1p(-Math.exp(Math.log(order) - (order - 1) * logY));
        }
        if (Math.abs(y) < SMALL) {
            double third = (order - 2) / 3 * y;
            double fourth = third * (order - 3) / 4 * y;
            double fifth = fourth * (order - 4) / 5 * y;
            return Math.log(order * (order - 1) / 2 * y * y) + FastMath.log1p(third + fourth + fifth);
        }
        double power = order * FastMath.log1p(y);
        return power < NOTHING
                ? Math.log(FastMath.expm1(power) - order * y)
                : power + FastMath.log1p(-(1 + order * y) * Math.exp(-power));
    }

    /** {@code log(exp(a) - 1)} of a ≥ 0. */
    private static double logExpMinusOne(double a) {
        return a > NOTHING ? a : Math.log(FastMath.expm1(a));
    }

    /** {@code log(1 + exp(a))}. */
    private static double logOnePlus(double a) {
        return a > NOTHING ? a : FastMath.log1p(Math.exp(a));
    }

    /** {@code log(exp(a) + exp(b))}. */
    private static double logSum(double a, double b) {
        double larger = Math.max(a, b);
        return Double.isInfinite(larger) ? larger : larger + FastMath.log1p(Math.exp(Math.min(a, b) - larger));
    }
}
