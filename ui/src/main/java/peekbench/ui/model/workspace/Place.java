package peekbench.ui.model.workspace;

/** The four places of the window, in the order of the rail. */
public enum Place {
    LOOK("Look", "What did they see?"),
    COMPARE("Compare", "What does it cost?"),
    SCENARIOS("Scenarios", "What shall be tried?"),
    RUNS("Runs", "How far is it?");

    private final String title;
    private final String question;

    Place(String title, String question) {
        this.title = title;
        this.question = question;
    }

    /** On the rail. */
    public String title() {
        return title;
    }

    /** What the place answers. */
    public String question() {
        return question;
    }
}
