package peekbench.threat.attack;

import org.apiguardian.api.API;
import peekbench.seed.Seed;
import peekbench.threat.view.AdversaryView;

/**
 * An algorithm that learns private things from what a role sees. It never meets private truth; the evaluation compares.
 *
 * @param <V> the view that it needs, and with it the role and powers
 * @param <O> what it claims to have learned
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface Attack<V extends AdversaryView, O extends AttackOutcome> {

    /** The name in scenarios and tables. */
    String name();

    /** The class of the view, for the check that a protocol's roles allow this attack. */
    Class<? extends V> view();

    /**
     * Mounts the attack.
     *
     * @param view what the role sees
     * @param knowledge the attacker's own records
     * @param seed source of the attack's random numbers
     * @param progress told how far it is
     */
    O run(V view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress);
}
