package peekbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peekbench.plan.TrialPlan;
import peekbench.scenario.ScenarioFormat;

/**
 * The command line that runs one trial of a run again.
 *
 * @param file the scenario
 * @param assignments of the run
 * @param seed in place of the scenario's
 * @param quick whether it was the scenario's small version
 * @param folder where its results are
 */
public record RerunCommand(Path file, List<String> assignments, Optional<Long> seed, boolean quick, Path folder) {
    private static final List<String> GRID = List.of("protocols", "cuts", "defenses");

    public RerunCommand {
        assignments = List.copyOf(assignments);
    }

    /** The run's own options, and one more for each list of the scenario that the trial took one entry of. */
    public String of(TrialPlan plan) {
        List<String> words = words();
        JsonNode whole = ScenarioFormat.tree(plan.scenario());
        JsonNode point = ScenarioFormat.tree(plan.point());
        for (String key : GRID) {
            if (!whole.get(key).equals(point.get(key))) {
                words.addAll(List.of("--set", key + "=" + point.get(key)));
            }
        }
        words.addAll(List.of("--seed", String.valueOf(plan.seed()), "--out", folder.toString()));
        return line(words);
    }

    /** The run itself, wherever its results went. */
    public String ofRun() {
        List<String> words = words();
        seed.ifPresent(only -> words.addAll(List.of("--seed", only.toString())));
        return line(words);
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(List.of("./peekbench", "run", file.toString()));
        if (quick) {
            words.add("--quick");
        }
        assignments.forEach(assignment -> words.addAll(List.of("--set", assignment)));
        return words;
    }

    private static String line(List<String> words) {
        return String.join(" ", words.stream().map(RerunCommand::quoted).toList());
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=:+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
