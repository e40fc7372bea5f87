package peekbench.ui.model.look;

/** The outcomes that a trial can have. */
public enum LookTab {
    PICTURES("Pictures", "Private pictures and what attacks made of them."),
    ROWS("Rows", "Private records of a table and what attacks made of them, a panel a column."),
    LABELS("Labels", "True classes against those that an attack inferred."),
    MIXES("Class mixes", "Which share of each class a client has, and which an attack says that it has."),
    MEMBERS("Members", "Which records were trained on, as an attack tells them from others."),
    FINDINGS("Findings", "What attacks say that they found, in sentences.");

    private final String title;
    private final String meaning;

    LookTab(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** On the tab. */
    public String title() {
        return title;
    }

    /** In a sentence. */
    public String meaning() {
        return meaning;
    }
}
