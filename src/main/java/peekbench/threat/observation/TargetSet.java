package peekbench.threat.observation;

/** The private records an attack is scored on; the two are never mixed. */
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
