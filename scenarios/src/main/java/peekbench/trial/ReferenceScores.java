package peekbench.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import peekbench.evaluation.Evaluation;
import peekbench.evaluation.Reference;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.plan.TrialPlan;
import peekbench.protocol.whole.Centralized;
import peekbench.result.file.Json;
import peekbench.scenario.ScenarioFormat;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.view.Views;

/**
 * Scores of the attacks of a trial on clients that no defense touches, computed once for all trials that have them in
 * common.
 *
 * @param plan of the trial
 * @param evaluation scores what the attacks claim
 * @param shared what other trials have computed
 * @param sources what the trial's records and code are from
 */
record ReferenceScores(TrialPlan plan, Evaluation evaluation, SharedScores shared, TrialSources sources) {
    /** Keys of a point on which no score of a reference client depends; its own attack is named beside. */
    private static final List<String> WITHOUT_INFLUENCE = List.of(
            "format",
            "name",
            "title",
            "protocols",
            "attacks",
            "attack-at-epochs",
            "transcript",
            "quick",
            "store",
            "budget",
            "axes",
            "include",
            "exclude");

    /** Of an attack at its strongest: on the untrained client and on the identity client. */
    List<Score> scores(MountedAttack mount, String strongest) {
        AttackOptions untrained = mount.options().againstUntrained(strongest);
        AttackOptions identity = mount.options().onlyAt(strongest);
        ReferenceClients clients = mount.attacker().references();
        return shared.of(List.of(
                work(Reference.UNTRAINED_CLIENT, mount.with(untrained), clients::untrained),
                work(Reference.IDENTITY_CLIENT, mount.with(identity), clients::identity)));
    }

    private SharedScores.Work work(Reference reference, MountedAttack mount, Supplier<Views> client) {
        boolean alone = plan.scenario().attacks().size() == 1
                && plan.scenario().data().auxiliary().size() == 1;
        Subject subject =
                alone ? reference.subject() : reference.of(mount.subject().text());
        return new SharedScores.Work(key(subject, mount), () -> {
            Views views = client.get();
            // An identity client has nothing that could be taught, and neither reference client sends updates. What no
            // client shows has the mean image for a floor, and the arm without defense for a ceiling.
            return views.roles().contains(mount.options().create().view())
                    ? evaluation
                            .attack(subject, mount.run(plan.seed(), views, AttackProgress.silent()))
                            .scores()
                    : List.of();
        });
    }

    /** All that the scores of a reference client depend on. */
    private JsonNode key(Subject subject, MountedAttack mount) {
        ObjectNode point = (ObjectNode)
                ScenarioFormat.tree(plan.scenario().onlyTrial(new Centralized(1), plan.cut(), List.of(), plan.seed()));
        point.remove(WITHOUT_INFLUENCE);
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        key.put("subject", subject.text());
        key.put("attack-name", mount.stream());
        key.set("attack", ScenarioFormat.essentials(mount.options()));
        key.set("point", point);
        key.set("sources", Json.tree(sources));
        return key;
    }
}
