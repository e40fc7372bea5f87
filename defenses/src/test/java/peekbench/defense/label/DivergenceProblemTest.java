package peekbench.defense.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peekbench.seed.Seed;

class DivergenceProblemTest {
    /**
     * Sources: solver.py of github.com/OscarcarLi/label-protection, best of 12 starts with its tolerances at 1e-13 and 1e-15;
     * all but the one without variances agree to six figures with SciPy 1.17.1's SLSQP over all four variables under
     * inequality constraints, best of 60 starts.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 2, 100, 10, .1, 10, 2.357992, .08441337, 3.565759, 0, 21.65056409",
        "2, 1, 100, 10, .1, 40, 29.67418555, 0, 34.30149225, .99627109, .3055502785",
        ".5, .5, 16, 4, .3, 4, 3.828986494, 0, 4.399031514, 0, .877906971",
        "0, 0, 50, 3, .25, 6, 5.845757358, 0, 6.462727925, 0, .493734296",
        ".01, .2, 64, 1, .05, 4, .1940290, .06356373, .2276601, 0, 38.13267686",
        ".001, .005, 1176, 2, .5, 2, .1483955, .003155071, .1443955, 0, 33.575562994",
        ".3, 0, 8, 1, .2, 1, .5085208, 0, 1.0136153, .2789002, 1.155983631",
        "3, .02, 32, .5, .4, .01, 0, 0, .00239025, .00072935, 2289.549777"
    })
    void theNoiseIsThatOfTheAuthorsAndOfAGeneralSolver(
            double u,
            double v,
            int d,
            double g,
            double p,
            double power,
            double along0,
            double across0,
            double along1,
            double across1,
            double divergence) {
        DivergenceProblem problem = new DivergenceProblem(u, v, d, g, p, power);
        NoisePower noise = problem.solve();
        assertThat(problem.divergence(noise)).isCloseTo(divergence, within(1e-6 * Math.max(1, divergence)));
        double tolerance = 1e-4 * power;
        assertThat(noise.negativeAlong()).isCloseTo(along0, within(tolerance));
        assertThat(noise.negativeAcross()).isCloseTo(across0, within(tolerance));
        assertThat(noise.positiveAlong()).isCloseTo(along1, within(tolerance));
        assertThat(noise.positiveAcross()).isCloseTo(across1, within(tolerance));
        double spent = p * (noise.positiveAlong() + (d - 1) * noise.positiveAcross())
                + (1 - p) * (noise.negativeAlong() + (d - 1) * noise.negativeAcross());
        assertThat(spent).isCloseTo(power, within(1e-9 * power));
    }

    /** A thousand other ways to spend the power, of which none is better. */
    @ParameterizedTest
    @CsvSource({
        "1, 2, 100, .1, 10",
        ".02, .01, 16, .5, 4",
        "0, .3, 5, .3, 1",
        ".4, .4, 1, .2, 2",
        "1e-4, 3, 300, .02, 30"
    })
    void noOtherNoiseOfThePowerIsBetter(double u, double v, int d, double p, double power) {
        DivergenceProblem problem = new DivergenceProblem(u, v, d, 1, p, power);
        double best = problem.divergence(problem.solve());
        var generator = Seed.of(5).generator();
        for (int i = 0; i < 1000; i++) {
            double toPositive = power * Math.pow(generator.nextDouble(), 2);
            double across1 = generator.nextBoolean() ? 0 : generator.nextDouble() * toPositive / (p * d);
            double across0 =
                    generator.nextBoolean() ? 0 : generator.nextDouble() * (power - toPositive) / ((1 - p) * d);
            NoisePower other = new NoisePower(
                    (power - toPositive) / (1 - p) - (d - 1) * across0,
                    across0,
                    toPositive / p - (d - 1) * across1,
                    across1);
            double divergence = problem.divergence(other);
            assertThat(divergence).isGreaterThan(best - 1e-9 * Math.abs(best));
        }
    }
}
