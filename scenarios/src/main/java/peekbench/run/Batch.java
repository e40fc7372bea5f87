package peekbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import peekbench.plan.BalancedOrder;
import peekbench.plan.TrialPlan;
import peekbench.scenario.Budget;

/**
 * Trials that begin one after the other and have a budget together.
 *
 * @param trials in the order of the plan where the budget is unlimited, else in {@link BalancedOrder}
 */
record Batch<T>(Budget budget, List<T> trials) {
    Batch {
        trials = List.copyOf(trials);
    }

    /** The same without others. */
    Batch<T> only(Predicate<T> wanted) {
        return new Batch<>(budget, trials.stream().filter(wanted).toList());
    }

    /**
     * The batches of a run, in the order in which they begin.
     *
     * @param parts the trials of each scenario
     * @param whole the budget of all together, which takes the place of those of the scenarios: each seed is then begun in all
     *     scenarios before the next is in any
     * @param plan of a trial
     */
    static <T> List<Batch<T>> of(List<List<T>> parts, Budget whole, Function<T, TrialPlan> plan) {
        if (!whole.isUnlimited()) {
            List<List<List<T>>> bySeed =
                    parts.stream().map(part -> BalancedOrder.bySeed(part, plan)).toList();
            return List.of(new Batch<>(whole, turns(bySeed)));
        }
        List<Batch<T>> batches = new ArrayList<>();
        for (List<T> part : parts) {
            Budget budget = plan.apply(part.get(0)).scenario().budget();
            batches.add(new Batch<>(
                    budget, budget.isUnlimited() ? part : turns(List.of(BalancedOrder.bySeed(part, plan)))));
        }
        return batches;
    }

    /** The first of each, then the second of each, and so on. */
    private static <T> List<T> turns(List<List<List<T>>> all) {
        int most = all.stream().mapToInt(List::size).max().orElse(0);
        List<T> turns = new ArrayList<>();
        for (int turn = 0; turn < most; turn++) {
            for (List<List<T>> one : all) {
                if (turn < one.size()) {
                    turns.addAll(one.get(turn));
                }
            }
        }
        return turns;
    }
}
