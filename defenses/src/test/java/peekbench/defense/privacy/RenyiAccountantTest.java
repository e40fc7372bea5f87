package peekbench.defense.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenyiAccountantTest {
    /** The default orders of Opacus and of TensorFlow Privacy's tutorials: 1.1, 1.2 … 10.9, then 12 to 63. */
    private static final double[] COMMON_ORDERS = DoubleStream.concat(
                    IntStream.rangeClosed(1, 99).mapToDouble(tenths -> 1 + tenths / 10.0),
                    IntStream.range(12, 64).asDoubleStream())
            .toArray();

    private static RenyiAccountant after(double rate, double noiseMultiplier, int steps, double... orders) {
        RenyiAccountant accountant = new RenyiAccountant(noiseMultiplier, orders);
        accountant.add(rate, steps);
        return accountant;
    }

    /** Closed form of the Gaussian mechanism, Mironov 2017, Proposition 7; exact. */
    @Test
    void withoutSamplingAnOrderCostsItsHalfOverTheVariance() {
        for (double order : COMMON_ORDERS) {
            assertThat(new SampledGaussian(1, 2.5).epsilon(order)).isEqualTo(order / (2 * 2.5 * 2.5));
        }
    }

    /**
     * Google's differential-privacy library, rdp_privacy_accountant_test: 50 steps with q = .01 and z = 2.5, printed to 1e-4
     * of themselves. Order 2.5 is integrated, the others are sums. Order 1.5 is left out: what is printed there, 6.706e-4, is 3 %
     * above the integral, which is 6.501e-4 by two programs and close to {@code 50 α q² (exp(1 / z²) - 1) / 2}.
     */
    @ParameterizedTest
    @CsvSource({"2.5, 1.08548710e-03", "5, 2.18075656e-03", "50, 2.38460375e-02", "100, 1.67416308e+02"})
    void sampledStepsCostWhatGooglesLibrarySays(double order, double published) {
        double obtained = 50 * new SampledGaussian(.01, 2.5).epsilon(order);
        assertThat(obtained).isCloseTo(published, within(1e-4 * published));
    }

    /** For α = 2 the expectation is 1 + q² (exp(1 / z²) - 1); to 1e-10 of itself, also beside the sum, by integration. */
    @ParameterizedTest
    @CsvSource({"0.01, 1", "0.2, 0.7", "0.5, 4"})
    void orderTwoHasAClosedForm(double rate, double noiseMultiplier) {
        double closed = Math.log1p(rate * rate * Math.expm1(1 / (noiseMultiplier * noiseMultiplier)));
        SampledGaussian step = new SampledGaussian(rate, noiseMultiplier);
        assertThat(step.epsilon(2)).isCloseTo(closed, within(1e-10 * closed));
        assertThat(step.epsilon(2 + 1e-9)).isCloseTo(closed, within(1e-6 * closed));
    }

    /** Opacus, accountants_test: z = 1.5, q = .04, 2,250 steps, δ = 1e-5; seven digits are asserted there. */
    @Test
    void improvedConversionGivesTheValueOfOpacus() {
        assertThat(after(.04, 1.5, 2250, COMMON_ORDERS).epsilon(1e-5)).isCloseTo(7.32911117143, within(1e-7));
    }

    /**
     * TensorFlow Privacy, tutorials/README: MNIST, 60,000 records, batches of 256, δ = 1e-5, printed to two decimals and by the
     * older conversion. An epoch has 234 steps.
     */
    @ParameterizedTest
    @CsvSource({"1.12, 60, 2.92", "0.6, 30, 9.74", "1.2, 10, 1.20"})
    void classicConversionGivesTheValuesOfTheMnistTutorial(double noiseMultiplier, int epochs, double published) {
        RenyiAccountant accountant = after(256.0 / 60_000, noiseMultiplier, 234 * epochs, COMMON_ORDERS);
        assertThat(accountant.classicEpsilon(1e-5)).isCloseTo(published, within(.01));
        assertThat(accountant.epsilon(1e-5)).isLessThan(accountant.classicEpsilon(1e-5));
    }

    /**
     * Opacus at commit 4d0ebc84, {@code compute_rdp} and {@code get_privacy_spent} with this accountant's orders: q = .01, 1,000
     * steps, δ = 1e-5; to 1e-9 of itself, from an ε of 5e20 to what the largest order leaves.
     */
    @ParameterizedTest
    @CsvSource({
        "1e-9, 5.249999999999993e20",
        "1e-8, 5.249999999999897e18",
        "1e-7, 5.249999999990347e16",
        "1e-6, 524999999903517.06",
        "1e-5, 5249999903517.657",
        "1e-4, 52499903517.66422",
        "1e-3, 524903517.6642772",
        "0.01, 5153517.664277823",
        "0.1, 2117.095378986066",
        "0.2, 252.9240500581241",
        "0.5, 15.472133418195584",
        "1, 2.107753075451561",
        "2, 0.6861853363943466",
        "5, 0.23436683381490295",
        "10, 0.10974867802536221",
        "1e2, 0.010928501886174499",
        "1e3, 0.00839268045288065",
        "1e4, 0.008367336310840794",
        "1e5, 0.008367082870826856",
        "1e6, 0.008367080336426604"
    })
    void anyNoiseHasTheEpsilonOfOpacus(double noiseMultiplier, double published) {
        RenyiAccountant own = new RenyiAccountant(noiseMultiplier);
        own.add(.01, 1000);
        assertThat(own.epsilon(1e-5)).isCloseTo(published, within(1e-9 * published));
    }

    /** From 1e6 down to 1e-9 in tenths of a decade; rounding may turn the last three digits. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-7, 1e-4, .01, .3, .99, 1})
    void epsilonNeverFallsAsNoiseFalls(double rate) {
        double before = 0;
        for (int tenths = 60; tenths >= -90; tenths--) {
            RenyiAccountant own = new RenyiAccountant(Math.pow(10, tenths / 10.0));
            own.add(rate, 1000);
            assertThat(own.epsilon(1e-5))
                    .as("q = %s, z = 10^(%s/10)", rate, tenths)
                    .isGreaterThanOrEqualTo(before * (1 - 1e-13))
                    .isFinite();
            before = own.epsilon(1e-5);
        }
        assertThat(before).isGreaterThan(1e17);
    }

    /** Orders between whole numbers lie between these: (α - 1) ε(α) is convex, and ε(α) does not fall. */
    @ParameterizedTest
    @CsvSource({"1e-6, 0.2", "0.01, 0.05", "0.01, 0.3", "0.9, 0.1", "0.001, 30", "0.3, 1e5"})
    void ordersBetweenWholeNumbersCostWhatLiesBetween(double rate, double noiseMultiplier) {
        SampledGaussian step = new SampledGaussian(rate, noiseMultiplier);
        assertThat(step.epsilon(2.5)).isBetween(step.epsilon(2), step.epsilon(3));
        assertThat(1.5 * step.epsilon(2.5)).isLessThanOrEqualTo((step.epsilon(2) + 2 * step.epsilon(3)) / 2);
        assertThat(step.epsilon(1.05)).isPositive().isLessThan(step.epsilon(2));
    }

    /** Noise of 1e-200 costs 1e400 or so, which no double holds, and no noise costs everything. */
    @ParameterizedTest
    @ValueSource(doubles = {0, Double.MIN_VALUE, 1e-200})
    void moreThanADoubleHoldsIsInfinite(double noiseMultiplier) {
        RenyiAccountant own = new RenyiAccountant(noiseMultiplier);
        own.add(.01, 1);
        assertThat(own.epsilon(1e-5)).isInfinite();
    }

    /** Google's test again: by the exact condition of the Gaussian mechanism this z gives ε = 1 at δ = 1e-6, and RDP no less. */
    @Test
    void aSingleGaussianStepIsNotBelowTheExactEpsilon() {
        double[] fine = IntStream.range(11, 1000).mapToDouble(i -> i / 10.0).toArray();
        assertThat(after(1, 4.530877117, 1, fine).epsilon(1e-6)).isBetween(1 - 1e-6, 1.001);
    }

    /** The accountant's own, fewer orders lose at most a hundredth. */
    @ParameterizedTest
    @CsvSource({"0.04, 1.5, 2250", "0.0042667, 1.1, 14062", "0.0042667, 0.6, 7031", "0.1, 8, 300", "0.25, 0.4, 40"})
    void defaultOrdersAreCloseEnough(double rate, double noiseMultiplier, int steps) {
        RenyiAccountant own = new RenyiAccountant(noiseMultiplier);
        own.add(rate, steps);
        double common = after(rate, noiseMultiplier, steps, COMMON_ORDERS).epsilon(1e-5);
        assertThat(own.epsilon(1e-5)).isBetween(.5 * common, 1.01 * common);
    }

    @Test
    void stepsAddUpWhateverTheirRates() {
        RenyiAccountant bit = new RenyiAccountant(1.1, 2, 4, 8);
        for (int step = 0; step < 10; step++) {
            bit.add(.1, 1);
            bit.add(.05, 1);
        }
        RenyiAccountant block = new RenyiAccountant(1.1, 2, 4, 8);
        block.add(.05, 10);
        block.add(.1, 10);
        assertThat(bit.epsilon(1e-5)).isCloseTo(block.epsilon(1e-5), within(1e-12));
        assertThat(new RenyiAccountant(1.1).epsilon(1e-5)).isZero();
    }
}
