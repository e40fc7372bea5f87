package peekbench.threat.observation;

import org.apiguardian.api.API;

/** The private records an attack is scored on; the two are never mixed. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum TargetSet {
    /** Records that the victims trained on. */
    VICTIM_TRAIN("victim-train"),
    /** Records that nobody trained on. */
    VICTIM_TEST("victim-test");

    private final String label;

    TargetSet(String label) {
        this.label = label;
    }

    /** The name in scenarios, tables and files. */
    public String label() {
        return label;
    }
}
