package peekbench.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import peekbench.binding.AxisValue;
import peekbench.problem.Problem;

/** The mistakes of a scenario's variants: what all have is said once, what some have with the first that has it. */
final class VariantProblems {
    private final Map<Problem, List<List<AxisValue>>> found = new LinkedHashMap<>();
    private int variants;

    void add(List<AxisValue> values, List<Problem> problems) {
        variants++;
        problems.stream()
                .distinct()
                .forEach(problem -> found.computeIfAbsent(problem, added -> new ArrayList<>())
                        .add(values));
    }

    List<Problem> list() {
        return found.entrySet().stream()
                .map(entry -> said(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Problem said(Problem problem, List<List<AxisValue>> having) {
        if (having.size() == variants) {
            return problem;
        }
        String others =
                having.size() == 1 ? "" : ", and " + (having.size() - 1) + " more of " + variants + " combinations";
        return new Problem(
                problem.location(),
                problem.path(),
                problem.message() + " (So with " + Variant.text(having.get(0)) + others + ".)");
    }
}
