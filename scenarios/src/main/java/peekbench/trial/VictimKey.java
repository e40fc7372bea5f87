package peekbench.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import peekbench.plan.TrialPlan;
import peekbench.result.file.Json;
import peekbench.scenario.ScenarioFormat;

/** All that the training of a trial depends on. */
final class VictimKey {
    /** Keys of a point that no training depends on. */
    private static final List<String> WITHOUT_INFLUENCE = List.of(
            "format",
            "name",
            "title",
            "attacks",
            "attack-at-epochs",
            "evaluation",
            "quick",
            "store",
            "budget",
            "axes",
            "include",
            "exclude");

    private VictimKey() {}

    /**
     * The key's JSON.
     *
     * @param watched epochs whose messages are kept for attacks
     * @param looks epochs after which attacks look at the network. Where there are defenses, who looks has them draw random
     *     numbers, so the training depends on the attacks then
     */
    static JsonNode of(TrialPlan plan, TrialSources sources, Set<Integer> watched, Set<Integer> looks) {
        ObjectNode point = (ObjectNode) ScenarioFormat.tree(plan.point());
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        if (!looks.isEmpty() && !plan.defenses().isEmpty()) {
            key.set("attacks", point.get("attacks"));
            key.set("auxiliary", point.path("data").path("auxiliary"));
            key.set("evaluation", point.get("evaluation"));
        }
        point.remove(WITHOUT_INFLUENCE);
        if (point.get("data") instanceof ObjectNode data) {
            data.remove("auxiliary");
        }
        key.set("point", point);
        key.put("seed", plan.seed());
        key.set("watched-epochs", Json.tree(watched.stream().sorted().toList()));
        key.set("looks", Json.tree(looks.stream().sorted().toList()));
        key.set("sources", Json.tree(sources));
        return key;
    }
}
