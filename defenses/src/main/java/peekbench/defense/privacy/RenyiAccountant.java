package peekbench.defense.privacy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import peekbench.registry.Paper;

/**
 * Adds up what steps of a {@link SampledGaussian} mechanism cost: Rényi ε(α) of steps add at every order α, whatever each step
 * saw of those before. At the end, for a δ and the best of the orders,
 *
 * <pre>
 * ε = min over α of  ε(α) + log((α - 1) / α) - (log δ + log α) / (α - 1)
 * </pre>
 *
 * which is the conversion of Balle et al. (2020, Theorem 21) as improved by Canonne, Kamath and Steinke (2020). That of Mironov's
 * Proposition 3, {@code ε(α) + log(1 / δ) / (α - 1)}, gives more and is there to compare with older figures.
 *
 * <p>The orders end at 1.05 and 512. Where the best order lies beyond, ε is larger than it need be, and never smaller: much
 * noise leaves .0084 at δ = 1e-5. It is infinite where a double cannot hold it.
 */
@Paper(
        authors = "Mironov",
        title = "Rényi Differential Privacy",
        year = 2017,
        venue = "IEEE CSF",
        section = "Propositions 1 and 3")
final class RenyiAccountant {
    /** Whole numbers, and some others where the smallest orders are too far apart. */
    private static final double[] ORDERS = DoubleStream.concat(
                    DoubleStream.of(1.05, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2.25, 2.5, 2.75, 3.5, 4.5),
                    DoubleStream.concat(
                            IntStream.rangeClosed(2, 64).asDoubleStream(), DoubleStream.of(80, 96, 128, 192, 256, 512)))
            .toArray();

    private final double noiseMultiplier;
    private final double[] orders;
    private final double[] spent;
    private final Map<Double, double[]> costOfRate = new HashMap<>();

    /** @param noiseMultiplier z, greater than 0 */
    RenyiAccountant(double noiseMultiplier) {
        this(noiseMultiplier, ORDERS);
    }

    /** @param orders α that are tried, each greater than 1 */
    RenyiAccountant(double noiseMultiplier, double... orders) {
        this.noiseMultiplier = noiseMultiplier;
        this.orders = orders.clone();
        this.spent = new double[orders.length];
    }

    /**
     * Takes note of steps.
     *
     * @param rate q, the share of the records that a step's batch has, in (0, 1]
     * @param steps how many
     */
    void add(double rate, int steps) {
        double[] cost = costOfRate.computeIfAbsent(rate, this::cost);
        Arrays.setAll(spent, i -> spent[i] + steps * cost[i]);
    }

    private double[] cost(double rate) {
        SampledGaussian step = new SampledGaussian(rate, noiseMultiplier);
        return Arrays.stream(orders).map(step::epsilon).toArray();
    }

    /**
     * ε for a δ.
     *
     * @param delta in (0, 1)
     */
    double epsilon(double delta) {
        if (Arrays.stream(spent).allMatch(cost -> cost == 0)) {
            return 0;
        }
        double smallest = IntStream.range(0, orders.length)
                .mapToDouble(i -> spent[i]
                        + Math.log((orders[i] - 1) / orders[i])
                        - (Math.log(delta) + Math.log(orders[i])) / (orders[i] - 1))
                .min()
                .orElseThrow();
        return Math.max(0, smallest);
    }

    /** ε by the older conversion. */
    double classicEpsilon(double delta) {
        return IntStream.range(0, orders.length)
                .mapToDouble(i -> spent[i] - Math.log(delta) / (orders[i] - 1))
                .min()
                .orElseThrow();
    }
}
