package peekbench.threat.defense;

/** A defense has stopped the training of its party, since the gradients that arrive do not look like those of the task. */
public final class HijackSuspectedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String party;
    private final int batches;

    /**
     * @param party that stopped
     * @param batches that it had sent until then
     * @param reason what gave the server away, as the end of a sentence
     */
    public HijackSuspectedException(String party, int batches, String reason) {
        super("The party (" + party + ") stopped training after " + batches + " batches, since its server seems to "
                + "teach it something else than the task: " + reason + ".");
        this.party = party;
        this.batches = batches;
    }

    /** The party that stopped: {@code client-3}. */
    public String party() {
        return party;
    }

    /** How many batches it had sent until then, the last one among them. */
    public int batches() {
        return batches;
    }
}
