package peekbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import peekbench.catalogue.PluginFolders;
import peekbench.plan.TrialPlan;
import peekbench.scenario.ScenarioFormat;
import peekbench.scenario.ScenarioSource;

/**
 * The command line that runs one trial of a run again.
 *
 * @param source the scenario and what of it the run replaced
 * @param axes whether the scenario has axes
 * @param folder where its results are
 * @param plugins where plug-ins are
 */
record RerunCommand(ScenarioSource source, boolean axes, Path folder, PluginFolders plugins) {
    private static final List<String> GRID = List.of("protocols", "cuts", "defenses");

    /** The run's own options, the values of its axes, and one more for each list of the scenario that the trial took one entry of. */
    String of(TrialPlan plan) {
        List<String> words = words();
        if (axes) {
            words.addAll(List.of("--set", "axes=" + axes(plan)));
        }
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
    String ofRun() {
        List<String> words = words();
        source.seed().ifPresent(only -> words.addAll(List.of("--seed", Long.toString(only))));
        return line(words);
    }

    /** The trial's values alone; those of entries of its grid are in the entries that the trial takes. */
    private static String axes(TrialPlan plan) {
        return plan.values().stream()
                .filter(value -> GRID.stream().noneMatch(value.key()::startsWith))
                .map(value -> "\"" + value.key() + "\": [" + value.value() + "]")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private List<String> words() {
        List<String> words =
                new ArrayList<>(List.of("./peekbench", "run", source.file().toString()));
        if (source.quick()) {
            words.add("--quick");
        }
        source.assignments().forEach(assignment -> words.addAll(List.of("--set", assignment)));
        if (!plugins.folders().isEmpty()) {
            words.addAll(List.of("--plugins", plugins.text()));
        }
        return words;
    }

    private static String line(List<String> words) {
        return String.join(" ", words.stream().map(RerunCommand::quoted).toList());
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=:+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
