package peekbench.ui.service.picture;

/** What a row of pictures stands for. */
public enum RowsBy {
    ARM("arms", "Pinned arms, or those that differ only in their defenses, each with its attacks."),
    ATTACK("attacks", "The attacks on the current arm."),
    EPOCH("epochs", "The current arm while it was trained, by the epochs after which it was attacked."),
    SEED("seeds", "The current arm's seeds. Each seed draws records of its own."),
    CUT("cuts", "The current arm's defenses at every cut of the same protocol.");

    private final String label;
    private final String meaning;

    RowsBy(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** In a word. */
    public String label() {
        return label;
    }

    /** In a sentence. */
    public String meaning() {
        return meaning;
    }
}
