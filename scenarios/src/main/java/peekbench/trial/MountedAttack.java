package peekbench.trial;

import peekbench.evaluation.Subject;
import peekbench.problem.ConfigurationException;
import peekbench.result.AttackerRole;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackOutcome;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.view.AdversaryView;
import peekbench.threat.view.Views;

/**
 * An attack of a trial in an attacker's hands.
 *
 * @param stream names its random numbers, which are the same whoever mounts it
 * @param subject whose its scores are
 * @param options of the attack
 * @param attacker who mounts it
 */
record MountedAttack(String stream, Subject.ByAttack subject, AttackOptions options, Attacker attacker) {

    /**
     * The same attack in the same hands with other options.
     *
     * @param others a strength of it
     */
    MountedAttack with(AttackOptions others) {
        return new MountedAttack(stream, subject, others, attacker);
    }

    /** Who mounts it, and what they see. */
    AttackerRole role() {
        Class<? extends AdversaryView> view = options.create().view();
        return new AttackerRole(subject.text(), AdversaryView.role(view), AdversaryView.sees(view));
    }

    /**
     * Attacks.
     *
     * @param seed of the trial
     * @throws ConfigurationException when none of the views is the one that it needs
     */
    AttackOutcome run(long seed, Views views, AttackProgress heard) {
        return run(options.create(), seed, views, heard);
    }

    private <V extends AdversaryView, O extends AttackOutcome> AttackOutcome run(
            Attack<V, O> attack, long seed, Views views, AttackProgress heard) {
        V view = views.of(attack.view())
                .orElseThrow(() -> new ConfigurationException("The attack (" + attack.name() + ") needs a "
                        + attack.view().getSimpleName()
                        + ", which nobody around this protocol has. Choose another attack or protocol."));
        Seed random = Seed.of(seed).child("attacks").child(stream);
        return attack.run(view, attacker.knowledge(), random, heard);
    }
}
