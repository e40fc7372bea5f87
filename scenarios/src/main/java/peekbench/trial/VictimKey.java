package peekbench.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import peekbench.data.IndexSets;
import peekbench.plan.TrialPlan;
import peekbench.result.TrialWork;
import peekbench.result.file.Json;
import peekbench.result.provenance.IndexSetInfo;
import peekbench.scenario.ScenarioFormat;
import peekbench.training.TrainingVersion;

/** All that the training of a trial depends on. */
public final class VictimKey {
    /** Keys of a point that no training depends on. */
    private static final List<String> WITHOUT_INFLUENCE = List.of(
            "format",
            "name",
            "title",
            "attacks",
            "attack-at-epochs",
            "transcript",
            "evaluation",
            "quick",
            "store",
            "budget",
            "axes",
            "include",
            "exclude");

    /** Names of the sets that are drawn from the victims' data set. */
    private static final Set<String> OWN =
            Arrays.stream(IndexSets.Part.values()).map(IndexSets.Part::label).collect(Collectors.toUnmodifiableSet());

    private VictimKey() {}

    /**
     * What of a trial's settings its training depends on: two trials that differ here have different victims.
     *
     * <p>Where there are defenses, attacks that look at the network between epochs have these draw random numbers, so the
     * training depends on such attacks.
     */
    public static JsonNode settings(TrialPlan plan) {
        ObjectNode point = (ObjectNode) ScenarioFormat.tree(plan.point());
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        if (dependsOnAttacks(plan)) {
            key.set("attacks", point.get("attacks"));
            key.set("auxiliary", point.path("data").path("auxiliary"));
            key.set("evaluation", point.get("evaluation"));
        }
        point.remove(WITHOUT_INFLUENCE);
        TrialWork.withoutLaterDefaults(point);
        if (point.get("data") instanceof ObjectNode data) {
            data.remove("auxiliary");
        }
        key.set("point", point);
        key.put("seed", plan.seed());
        key.set("watched-epochs", sorted(TrialSetup.watchedEpochs(plan)));
        key.set("looks", sorted(TrialSetup.looks(plan)));
        return key;
    }

    /**
     * The key's JSON.
     *
     * @param sources what the trial's records and code are from
     * @param drawn which records of the data sets who holds
     */
    static JsonNode of(TrialPlan plan, TrialSources sources, List<IndexSetInfo> drawn) {
        ObjectNode key = (ObjectNode) settings(plan);
        if (dependsOnAttacks(plan)) {
            key.set("sources", Json.tree(sources));
        }
        key.put("training-version", TrainingVersion.CURRENT);
        key.put("dataset", sources.dataset());
        key.set("plugins", Json.tree(sources.plugins()));
        key.set(
                "index-sets",
                Json.tree(drawn.stream().filter(set -> OWN.contains(set.name())).toList()));
        return key;
    }

    private static boolean dependsOnAttacks(TrialPlan plan) {
        return !TrialSetup.attacked(plan).isEmpty() && !plan.defenses().isEmpty();
    }

    private static JsonNode sorted(Set<Integer> epochs) {
        return Json.tree(epochs.stream().sorted().toList());
    }
}
