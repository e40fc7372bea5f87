package peekbench.defense.label;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Which noise of a stated power makes two classes of gradients hardest to tell apart (Li et al. 2022, Theorem 2): over
 * {@link NoisePower} with {@code p tr Σ1 + (1-p) tr Σ0 <= P}, minimise
 *
 * <p>{@code KL(1 || 0) + KL(0 || 1) = ½ ((d-1) (a + 1/a) + (α0 + u + g) / (α1 + v) + (α1 + v + g) / (α0 + u)) - d} with
 * {@code a = (β0 + u) / (β1 + v)}, α along Δg and β across it.
 *
 * <p>The class with the larger variance needs no noise across, as in the paper. For given noise across the other class, the
 * two along have a closed form; what is left is one variable, found by Brent's method between the neighbours of the best
 * point of a grid. Unlike the authors' alternation over three pairs of variables this cannot stop early.
 *
 * @param negativeVariance u
 * @param positiveVariance v
 * @param dimensions d
 * @param squaredDistance {@code g = |Δg|²}, greater than 0
 * @param positiveShare p, in (0, 1)
 * @param power P, greater than 0
 */
record DivergenceProblem(
        double negativeVariance,
        double positiveVariance,
        int dimensions,
        double squaredDistance,
        double positiveShare,
        double power) {
    private static final int GRID = 64;
    private static final int MOST_EVALUATIONS = 500;
    private static final double RELATIVE = 1e-10;

    /** The sum of both Kullback-Leibler divergences with that noise; infinite where one class alone has no spread. */
    double divergence(NoisePower noise) {
        double across0 = noise.negativeAcross() + negativeVariance;
        double across1 = noise.positiveAcross() + positiveVariance;
        double along0 = noise.negativeAlong() + negativeVariance;
        double along1 = noise.positiveAlong() + positiveVariance;
        double across = across0 == across1 ? 2 : across0 / across1 + across1 / across0;
        double along = (along0 + squaredDistance) / along1 + (along1 + squaredDistance) / along0;
        return ((dimensions - 1) * (dimensions == 1 ? 0 : across) + along) / 2 - dimensions;
    }

    /** The best noise. */
    NoisePower solve() {
        double quietShare = negativeIsQuiet() ? 1 - positiveShare : positiveShare;
        double most = power / (quietShare * dimensions);
        if (dimensions == 1 || negativeVariance == positiveVariance) {
            return withAcross(0);
        }
        UnivariateFunction divergence = fraction -> divergence(withAcross(fraction * most));
        int best = 0;
        for (int point = 1; point <= GRID; point++) {
            best = value(divergence, point) < value(divergence, best) ? point : best;
        }
        double refined = new BrentOptimizer(RELATIVE, RELATIVE / GRID)
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        new UnivariateObjectiveFunction(divergence),
                        GoalType.MINIMIZE,
                        new SearchInterval(
                                Math.max(best - 1, 0) / (double) GRID, Math.min(best + 1, GRID) / (double) GRID))
                .getPoint();
        boolean better = divergence.value(refined) < value(divergence, best);
        return withAcross((better ? refined : best / (double) GRID) * most);
    }

    private static double value(UnivariateFunction divergence, int point) {
        return divergence.value(point / (double) GRID);
    }

    private boolean negativeIsQuiet() {
        return negativeVariance <= positiveVariance;
    }

    /**
     * The best noise along Δg when the class of smaller variance s gets {@code β} across. With {@code x = α + s} of that class
     * and {@code y} of the other, of variance t and share w', the power leaves {@code w x + w' y = C}, and the derivative
     * vanishes at {@code y / x = E = sqrt((C + w g) / (C + w' g))}; it changes its sign there only, so the nearest allowed
     * point is the best.
     */
    private NoisePower withAcross(double across) {
        double share = negativeIsQuiet() ? 1 - positiveShare : positiveShare;
        double otherShare = 1 - share;
        double variance = Math.min(negativeVariance, positiveVariance);
        double otherVariance = Math.max(negativeVariance, positiveVariance);
        double left = Math.max(power - share * (dimensions - 1) * across, 0);
        double total = left + share * variance + otherShare * otherVariance;
        double ratio = Math.sqrt((total + share * squaredDistance) / (total + otherShare * squaredDistance));
        double wanted = total / (share + otherShare * ratio) - variance;
        double along = Math.min(Math.max(wanted, across), left / share);
        double otherAlong = Math.max((left - share * along) / otherShare, 0);
        return negativeIsQuiet()
                ? new NoisePower(along, across, otherAlong, 0)
                : new NoisePower(otherAlong, 0, along, across);
    }
}
