package peekbench.protocol.federated;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;
import peekbench.seed.Seed;

/**
 * How long workers take for a step: {@code computing + straggling}, where straggling is exponential. Only the order in which
 * workers answer depends on it; nobody waits.
 *
 * @param computing seconds that every worker needs
 * @param straggling mean of the seconds on top
 */
@Summary("how long workers take for a step: a fixed time and an exponential one")
public record StragglerDelay(
        @Default("1") @Summary("seconds that every worker needs")
        double computing,

        @Default("0.5") @Summary("mean of the exponential seconds on top")
        double straggling) {
    public StragglerDelay {
        Problems problems = new Problems();
        problems.nonNegative("computing", computing);
        problems.nonNegative("straggling", straggling);
        problems.throwIfAny();
    }

    /**
     * A worker's answer.
     *
     * @param worker who
     * @param seconds after the step's beginning
     */
    record Arrival(int worker, double seconds) {}

    /** The workers in the order in which they answer. */
    List<Arrival> arrivals(List<Integer> workers, Seed step) {
        RandomGenerator generator = step.generator();
        double[] seconds = workers.stream()
                .mapToDouble(worker -> computing - straggling * Math.log(1 - generator.nextDouble()))
                .toArray();
        return IntStream.range(0, workers.size())
                .mapToObj(place -> new Arrival(workers.get(place), seconds[place]))
                .sorted((a, b) -> Double.compare(a.seconds(), b.seconds()))
                .toList();
    }
}
