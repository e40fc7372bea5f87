package peekbench.trial;

import java.util.List;
import java.util.function.Supplier;
import peekbench.evaluation.Evaluation;
import peekbench.evaluation.Reference;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.plan.TrialPlan;
import peekbench.protocol.whole.Centralized;
import peekbench.scenario.Scenario;
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
 */
record ReferenceScores(TrialPlan plan, Evaluation evaluation, SharedScores shared) {

    /** What the scores of a reference client depend on. */
    private record Key(Subject reference, Scenario point, AttackOptions attack) {}

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
        Scenario point = plan.scenario().onlyTrial(new Centralized(1), plan.cut(), List.of(), plan.seed());
        boolean alone = plan.scenario().attacks().size() == 1
                && plan.scenario().data().auxiliary().size() == 1;
        Subject subject =
                alone ? reference.subject() : reference.of(mount.subject().text());
        return new SharedScores.Work(new Key(subject, point, mount.options()), () -> {
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
}
