package peekbench.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.math3.util.ArithmeticUtils;
import peekbench.binding.AxisValue;

/**
 * An order of trials in which whatever is finished is a balanced design. The trials of a seed come before those of the next, so
 * that no seed begins before its predecessors have all their trials. Within a seed, <em>after any number of trials the counts
 * of any two levels of a factor differ by at most one</em>, for every factor: protocol, cut, arm, and each axis beside them.
 *
 * <p>Take the cells of the full factorial, whose factors have {@code n_1, …, n_k} levels in order of appearance, as the group
 * {@code Z_n1 × … × Z_nk}, and its element {@code g = (1, …, 1)} of order {@code L = lcm(n_1, …, n_k)}. The order takes the
 * cosets of the subgroup that {@code g} generates one after the other, by their smallest element {@code x}, and each as {@code
 * x, x + g, x + 2g, …, x + (L - 1)g}. So every factor goes through its levels in turn, and since each {@code n_i} divides {@code
 * L}, all its levels have come equally often whenever a coset ends: hence the statement.
 *
 * <p>Cells that a plan lacks, since they are excluded or cannot be together, are passed over. Each that was passed over so far
 * takes at most one from one level's count, so the difference is at most one more than their number then. A trial to which an
 * axis does not matter stands at the axis' first level.
 */
public final class BalancedOrder {
    private BalancedOrder() {}

    /** The trials of a plan by seed, those of each in their order. */
    public static <T> List<List<T>> bySeed(List<T> trials, Function<T, TrialPlan> plan) {
        Map<Long, List<T>> seeds = new LinkedHashMap<>();
        trials.forEach(trial -> seeds.computeIfAbsent(plan.apply(trial).seed(), seed -> new ArrayList<>())
                .add(trial));
        Factors factors = Factors.of(trials.stream().map(plan).toList());
        return seeds.values().stream()
                .map(those -> balanced(those, trial -> factors.place(plan.apply(trial))))
                .toList();
    }

    private static <T> List<T> balanced(List<T> trials, Function<T, int[]> place) {
        record At<T>(T trial, int[] place) {}
        return trials.stream()
                .map(trial -> new At<>(trial, place.apply(trial)))
                .sorted(Comparator.comparing(At::place, Arrays::compare))
                .map(At::trial)
                .toList();
    }

    /**
     * The factors of a plan.
     *
     * @param levels of each, numbered
     */
    private record Factors(List<Function<TrialPlan, Object>> values, List<Map<Object, Integer>> levels) {
        private static final Object FIRST = new Object();

        static Factors of(List<TrialPlan> trials) {
            Set<String> axes = new LinkedHashSet<>();
            trials.forEach(trial -> trial.valuesBesideGrid().forEach(value -> axes.add(value.key())));
            List<Function<TrialPlan, Object>> values = new ArrayList<>();
            values.add(TrialPlan::protocol);
            values.add(TrialPlan::cut);
            values.add(TrialPlan::defenses);
            axes.forEach(key -> values.add(trial -> value(trial, key)));
            List<Map<Object, Integer>> levels = new ArrayList<>();
            for (Function<TrialPlan, Object> factor : values) {
                Map<Object, Integer> numbers = new HashMap<>();
                trials.stream()
                        .map(factor)
                        .filter(level -> level != FIRST)
                        .forEach(level -> numbers.putIfAbsent(level, numbers.size()));
                levels.add(numbers);
            }
            return new Factors(values, levels);
        }

        private static Object value(TrialPlan trial, String axis) {
            Optional<String> value = trial.valuesBesideGrid().stream()
                    .filter(one -> one.key().equals(axis))
                    .map(AxisValue::value)
                    .findFirst();
            return value.isPresent() ? value.get() : FIRST;
        }

        /**
         * The smallest element of the trial's coset, and behind it the number of steps from there to the trial: by these the
         * order is sorted. The steps are found factor by factor, as in the Chinese remainder theorem: those that leave the
         * factors before as small as they can be are equal modulo the least common multiple of their numbers of levels.
         */
        int[] place(TrialPlan trial) {
            int[] place = new int[values.size() + 1];
            int steps = 0;
            int modulus = 1;
            for (int factor = 0; factor < values.size(); factor++) {
                int count = levels.get(factor).size();
                int level = levels.get(factor).getOrDefault(values.get(factor).apply(trial), 0);
                int least = steps;
                int common = ArithmeticUtils.lcm(modulus, count);
                for (int more = steps; more < common; more += modulus) {
                    if (Math.floorMod(level - more, count) < Math.floorMod(level - least, count)) {
                        least = more;
                    }
                }
                place[factor] = Math.floorMod(level - least, count);
                steps = least;
                modulus = common;
            }
            place[values.size()] = steps;
            return place;
        }
    }
}
