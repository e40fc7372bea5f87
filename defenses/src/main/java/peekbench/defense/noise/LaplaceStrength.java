package peekbench.defense.noise;

import java.util.Optional;
import peekbench.problem.Problems;
import peekbench.registry.Summary;

/** How strong Laplace noise is. */
public sealed interface LaplaceStrength {

    /** b of each number's noise, whose density is {@code exp(-|x| / b) / (2 b)} and whose variance is {@code 2 b²}. */
    double spread();

    /** What smashed data are clipped to before the noise. */
    Optional<Double> clipping();

    /** The strength for tables. */
    String label();

    /**
     * A stated spread; nothing is clipped and nothing is promised.
     *
     * @param spread b; 0 leaves every bit as it is
     */
    @Summary("a stated spread, without clipping and without a guarantee")
    record Scale(
            @Summary("b, the distribution's scale; 0 is none")
            double spread) implements LaplaceStrength {
        /** @throws peekbench.problem.ConfigurationException when the spread is negative or not finite */
        public Scale {
            Problems problems = new Problems();
            problems.nonNegative("spread", spread);
            problems.throwIfAny();
        }

        @Override
        public Optional<Double> clipping() {
            return Optional.empty();
        }

        @Override
        public String label() {
            return "b = " + spread;
        }
    }

    /**
     * ε-differential privacy of one example's smashed data in one pass: each example is clipped to an L1 norm of C, so two
     * examples are at most {@code Δ = 2 C} apart, and {@code b = Δ / ε}.
     *
     * @param epsilon ε, greater than 0
     * @param clippingNorm C, greater than 0
     */
    @Summary("epsilon-differential privacy of one example in one pass")
    record Privacy(
            @Summary("greater than 0") double epsilon,

            @Summary("L1 norm that each example is clipped to")
            double clippingNorm)
            implements LaplaceStrength {
        /** @throws peekbench.problem.ConfigurationException with all mistakes */
        public Privacy {
            Problems problems = new Problems();
            problems.positive("epsilon", epsilon);
            problems.positive("clipping-norm", clippingNorm);
            problems.throwIfAny();
        }

        @Override
        public double spread() {
            return 2 * clippingNorm / epsilon;
        }

        @Override
        public Optional<Double> clipping() {
            return Optional.of(clippingNorm);
        }

        @Override
        public String label() {
            return "ε = " + epsilon + ", L1 at most " + clippingNorm;
        }
    }
}
