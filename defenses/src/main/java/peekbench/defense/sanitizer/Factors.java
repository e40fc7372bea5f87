package peekbench.defense.sanitizer;

import java.util.random.RandomGenerator;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/** The distribution of the factors of a random vector, which the paper leaves open. */
public sealed interface Factors {

    /** One factor. */
    double draw(RandomGenerator generator);

    /** A short name for tables. */
    String label();

    /** Standard normal: mean 0, standard deviation 1; about half of the factors are negative. */
    @Summary("standard normal")
    record Normal() implements Factors {
        @Override
        public double draw(RandomGenerator generator) {
            return generator.nextGaussian();
        }

        @Override
        public String label() {
            return "normal factors";
        }
    }

    /**
     * Uniform in {@code [low, high)}; {@code low = high = 1} leaves inputs as they are.
     *
     * @param low the smallest factor
     * @param high at least {@code low}
     */
    @Summary("uniform in [low, high); low = high = 1 leaves inputs as they are")
    record Uniform(
            @Default("0") @Summary("the smallest factor") double low,
            @Default("1") @Summary("the largest factor") double high)
            implements Factors {
        /** @throws peekbench.problem.ConfigurationException with all mistakes */
        public Uniform {
            Problems problems = new Problems();
            finite(problems, "low", low);
            finite(problems, "high", high);
            if (high < low) {
                problems.add("high", "is " + high + "; it must be at least low, which is " + low + ".");
            }
            problems.throwIfAny();
        }

        private static void finite(Problems problems, String path, double value) {
            if (!Double.isFinite(value)) {
                problems.add(path, "is " + value + "; it must be a finite number.");
            }
        }

        @Override
        public double draw(RandomGenerator generator) {
            return low + (high - low) * generator.nextDouble();
        }

        @Override
        public String label() {
            return "uniform factors " + low + " to " + high;
        }
    }

    /** Plus or minus 1 with equal probability (Rademacher): magnitudes stay, signs are hidden. */
    @Summary("plus or minus 1, equally likely")
    record Sign() implements Factors {
        @Override
        public double draw(RandomGenerator generator) {
            return generator.nextBoolean() ? 1 : -1;
        }

        @Override
        public String label() {
            return "random signs";
        }
    }
}
