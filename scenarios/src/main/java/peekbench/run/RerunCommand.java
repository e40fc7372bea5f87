package peekbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import peekbench.binding.AxisValue;
import peekbench.catalogue.PluginFolders;
import peekbench.journal.ShellWords;
import peekbench.plan.TrialPlan;
import peekbench.scenario.ScenarioFormat;
import peekbench.scenario.ScenarioSource;

/**
 * The command line that runs one trial of a run again: that trial and no other.
 *
 * @param source the scenario and what of it the run replaced
 * @param axes whether the scenario has axes
 * @param folder where its results are
 * @param options where plug-ins and data sets are, and how the whole run is done
 */
record RerunCommand(ScenarioSource source, boolean axes, Path folder, RunOptions options) {
    private static final String ATTACKS = "attacks";
    private static final List<String> GRID = List.of("protocols", "undefended-protocols", "cuts", "defenses");

    /**
     * The run's own options, the values of its axes, and one more for each list of the scenario that the trial took a part of.
     * Axes of such a list are left out: their values are in the entries that the trial took.
     */
    String of(TrialPlan plan) {
        List<String> words = words("run", source, options);
        JsonNode whole = ScenarioFormat.tree(plan.scenario());
        JsonNode point = ScenarioFormat.tree(plan.point());
        boolean allAttacks = whole.get(ATTACKS).equals(point.get(ATTACKS));
        if (axes) {
            List<AxisValue> values = plan.valuesBesideGrid().stream()
                    .filter(value -> allAttacks || !value.key().startsWith(ATTACKS))
                    .toList();
            words.addAll(List.of("--set", "axes=" + axes(values)));
        }
        for (String key : GRID) {
            boolean varied =
                    plan.values().stream().anyMatch(value -> value.key().startsWith(key));
            if (varied || !whole.get(key).equals(point.get(key))) {
                words.addAll(List.of("--set", key + "=" + point.get(key)));
            }
        }
        if (!allAttacks) {
            words.addAll(List.of("--set", ATTACKS + "=" + point.get(ATTACKS)));
        }
        words.addAll(List.of("--seed", String.valueOf(plan.seed()), "--out", folder.toString()));
        return ShellWords.join(words);
    }

    /** The run itself, wherever its results went. */
    String ofRun() {
        return ofRun("run", source, options, Optional.empty());
    }

    /**
     * A whole run or suite.
     *
     * @param command {@code run} or {@code suite}
     * @param out where its results go, when that was chosen
     */
    static String ofRun(String command, ScenarioSource source, RunOptions options, Optional<Path> out) {
        List<String> words = words(command, source, options);
        source.seed().ifPresent(only -> words.addAll(List.of("--seed", Long.toString(only))));
        out.ifPresent(chosen -> words.addAll(List.of("--out", chosen.toString())));
        words.addAll(options.engine().words());
        words.addAll(options.limits().words());
        return ShellWords.join(words);
    }

    private static String axes(List<AxisValue> values) {
        return values.stream()
                .map(value -> "\"" + value.key() + "\": [" + value.value() + "]")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static List<String> words(String command, ScenarioSource source, RunOptions options) {
        List<String> words =
                new ArrayList<>(List.of("./peekbench", command, source.file().toString()));
        if (source.quick()) {
            words.add("--quick");
        }
        source.assignments().forEach(assignment -> words.addAll(List.of("--set", assignment)));
        PluginFolders plugins = options.catalogue().folders();
        if (!plugins.folders().isEmpty()) {
            words.addAll(List.of("--plugins", plugins.text()));
        }
        options.data().ifPresent(data -> words.addAll(List.of("--data", data.toString())));
        options.mirror().ifPresent(mirror -> words.addAll(List.of("--mirror", mirror.toString())));
        return words;
    }
}
