package peekbench.ui.model;

import java.util.List;

/**
 * Something that a person decides, in the window itself.
 *
 * @param title what is asked
 * @param text what follows from the answers
 * @param answers the first is done by Enter, the last by Escape
 */
public record Question(String title, String text, List<Answer> answers) {
    /** @throws IllegalArgumentException when there is no answer */
    public Question {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("a question without an answer: " + title);
        }
    }

    /**
     * An answer.
     *
     * @param id names it for tests and styles
     * @param text a verb and its object
     * @param meaning what follows, a sentence
     * @param harms whether something is lost by it
     * @param action does it
     */
    public record Answer(String id, String text, String meaning, boolean harms, Runnable action) {}

    /** The answer that changes nothing. */
    static Answer cancel() {
        return new Answer("answer-cancel", "Cancel", "Everything stays as it is.", false, () -> {});
    }
}
