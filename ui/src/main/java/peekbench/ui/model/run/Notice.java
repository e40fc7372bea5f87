package peekbench.ui.model.run;

/**
 * Something that happened while nobody looked, and that can be gone on with.
 *
 * @param text a sentence without its full stop
 * @param run that it is about
 */
public record Notice(String text, RowKey run) {}
