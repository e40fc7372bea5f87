package peekbench.threat.attack;

import org.apiguardian.api.API;

/** Hears how far an attack is. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@FunctionalInterface
public interface AttackProgress {
    /**
     * Takes note of the state.
     *
     * @param fraction done, in [0, 1]
     * @param detail what is being done, for a person
     */
    void report(double fraction, String detail);

    /** Hears and says nothing. */
    static AttackProgress silent() {
        return (fraction, detail) -> {};
    }
}
