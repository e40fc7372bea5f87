package peekbench.run;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import org.apiguardian.api.API;
import peekbench.plan.estimate.Span;
import peekbench.plan.estimate.TrialEstimate;
import peekbench.scenario.Budget;

/**
 * How much of what is missing fits into a budget.
 *
 * @param budget of one scenario, or of a suite
 * @param missing trials under this budget that are not complete
 * @param least that begin when all take as long as they may
 * @param expected that begin when all take as long as expected
 * @param most that begin when all are as quick as they may be
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record BudgetFit(Budget budget, int missing, int least, int expected, int most) {
    /**
     * Lets trials begin on paper, as {@link BudgetGate} does: each on the worker that is free first.
     *
     * @param trials that are not complete, in their order
     * @param taken bytes that the result folders hold
     */
    static BudgetFit of(Budget budget, List<TrialEstimate> trials, long taken, int workers) {
        return new BudgetFit(
                budget,
                trials.size(),
                begun(budget, trials, taken, workers, Span::high),
                begun(budget, trials, taken, workers, Span::expected),
                begun(budget, trials, taken, workers, Span::low));
    }

    private static int begun(
            Budget budget, List<TrialEstimate> trials, long taken, int workers, ToDoubleFunction<Span> seconds) {
        Optional<Duration> time = budget.duration();
        OptionalLong bytes = budget.bytes();
        PriorityQueue<Double> free = new PriorityQueue<>(Collections.nCopies(workers, 0.0));
        long disk = taken;
        int begun = 0;
        for (TrialEstimate trial : trials) {
            double end = free.remove() + seconds.applyAsDouble(trial.seconds());
            disk += trial.diskBytes();
            boolean late = time.isPresent() && end > time.get().toSeconds();
            boolean full = bytes.isPresent() && disk > bytes.getAsLong();
            if (late || full) {
                return begun;
            }
            free.add(end);
            begun++;
        }
        return begun;
    }
}
