package peekbench.report.table;

/** Somebody's words within a Markdown document: titles, labels and messages may hold anything. */
public final class Markdown {
    private Markdown() {}

    /** Words on one line, without what a reader of Markdown would take for HTML. */
    public static String line(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("<(?=[A-Za-z/!?])", "&lt;");
    }

    /** The same within a table. */
    static String cell(String text) {
        return line(text).replace("|", "\\|");
    }
}
