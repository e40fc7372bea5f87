package peekbench.defense.noise;

import java.util.Optional;
import org.apache.commons.math3.special.Erf;
import peekbench.problem.Problems;
import peekbench.registry.Summary;

/** How strong Gaussian noise is. */
public sealed interface GaussianStrength {

    /** σ, the standard deviation of each number's noise. */
    double deviation();

    /** What smashed data are clipped to before the noise. */
    Optional<Double> clipping();

    /** The strength for tables. */
    String label();

    /**
     * A stated deviation; nothing is clipped and nothing is promised.
     *
     * @param deviation σ; 0 leaves every bit as it is
     */
    @Summary("a stated standard deviation, without clipping and without a guarantee")
    record Scale(@Summary("standard deviation; 0 is none") double deviation) implements GaussianStrength {
        /** @throws peekbench.problem.ConfigurationException when the deviation is negative or not finite */
        public Scale {
            Problems problems = new Problems();
            problems.nonNegative("deviation", deviation);
            problems.throwIfAny();
        }

        @Override
        public Optional<Double> clipping() {
            return Optional.empty();
        }

        @Override
        public String label() {
            return "σ = " + deviation;
        }
    }

    /**
     * (ε, δ)-differential privacy of one example's smashed data in one pass: each example is clipped to an L2 norm of C, so
     * two examples are at most {@code Δ = 2 C} apart, and {@code σ = Δ sqrt(2 ln(1.25 / δ)) / ε}.
     *
     * <p>That σ is proven for ε below 1 (Dwork and Roth, Theorem A.1). Besides, the exact condition of Balle and Wang (2018,
     * Theorem 8) is checked: {@code Φ(Δ/2σ - εσ/Δ) - exp(ε) Φ(-Δ/2σ - εσ/Δ) <= δ}.
     *
     * @param epsilon ε, in (0, 1]
     * @param delta δ, in (0, 1)
     * @param clippingNorm C, greater than 0
     */
    @Summary("(epsilon, delta)-differential privacy of one example in one pass")
    record Privacy(
            @Summary("in (0, 1]") double epsilon,
            @Summary("in (0, 1)") double delta,

            @Summary("L2 norm that each example is clipped to")
            double clippingNorm)
            implements GaussianStrength {
        /** @throws peekbench.problem.ConfigurationException with all mistakes */
        public Privacy {
            Problems problems = new Problems();
            problems.positive("epsilon", epsilon);
            if (epsilon > 1 && Double.isFinite(epsilon)) {
                problems.add(
                        "epsilon",
                        "is " + epsilon + "; the Gaussian mechanism's formula holds up to 1. Use a smaller epsilon, or"
                                + " strength scale with a deviation of your own.");
            }
            problems.positive("delta", delta);
            if (delta >= 1) {
                problems.add("delta", "is " + delta + "; it must be less than 1.");
            }
            problems.positive("clipping-norm", clippingNorm);
            if (problems.isEmpty() && !(exactDelta(epsilon, relativeDeviation(epsilon, delta)) <= delta)) {
                problems.add(
                        "delta",
                        "is " + delta + "; with epsilon " + epsilon + " the formula's noise does not reach it. Use a"
                                + " smaller delta.");
            }
            problems.throwIfAny();
        }

        @Override
        public double deviation() {
            return 2 * clippingNorm * relativeDeviation(epsilon, delta);
        }

        /** σ / Δ. */
        private static double relativeDeviation(double epsilon, double delta) {
            return Math.sqrt(2 * Math.log(1.25 / delta)) / epsilon;
        }

        /**
         * The smallest δ for which Gaussian noise of that deviation is (ε, δ)-differentially private.
         *
         * @param relativeDeviation σ / Δ
         */
        static double exactDelta(double epsilon, double relativeDeviation) {
            double half = 1 / (2 * relativeDeviation);
            double shift = epsilon * relativeDeviation;
            return normal(half - shift) - Math.exp(epsilon) * normal(-half - shift);
        }

        private static double normal(double x) {
            return Erf.erfc(-x / Math.sqrt(2)) / 2;
        }

        @Override
        public Optional<Double> clipping() {
            return Optional.of(clippingNorm);
        }

        @Override
        public String label() {
            return "ε = " + epsilon + ", δ = " + delta + ", L2 at most " + clippingNorm;
        }
    }
}
