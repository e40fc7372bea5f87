package peekbench.ui.model;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The question that is open, at most one. */
public final class QuestionModel {
    private final ReadOnlyObjectWrapper<Optional<Question>> open = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Asks, in place of what was asked before. */
    public void ask(Question question) {
        open.set(Optional.of(question));
    }

    /** Closes the question and does what was chosen. */
    public void answer(Question.Answer answer) {
        open.set(Optional.empty());
        answer.action().run();
    }

    /** What is asked. */
    public ReadOnlyObjectProperty<Optional<Question>> openProperty() {
        return open.getReadOnlyProperty();
    }
}
