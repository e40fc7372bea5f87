package peekbench.ui.model.workspace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import peekbench.query.ArmRow;

/** The current selection, what is under the pointer, and a history to go back in. */
public final class FocusModel {
    private static final int LONGEST_HISTORY = 200;

    private final ReadOnlyObjectWrapper<Focus> current = new ReadOnlyObjectWrapper<>(Focus.INITIAL);
    private final ObjectProperty<Optional<ArmRow.Key>> brushed = new SimpleObjectProperty<>(Optional.empty());
    private final Deque<Focus> before = new ArrayDeque<>();
    private final Deque<Focus> after = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();

    /** The selection. */
    public ReadOnlyObjectProperty<Focus> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The selection. */
    public Focus get() {
        return current.get();
    }

    /** The arm under the pointer, which lights up everywhere and is in no history. */
    public ObjectProperty<Optional<ArmRow.Key>> brushedProperty() {
        return brushed;
    }

    /** Replaces the selection and remembers the one before; the same again is no change. */
    public void change(UnaryOperator<Focus> change) {
        Focus next = change.apply(current.get());
        if (next.equals(current.get())) {
            return;
        }
        before.push(current.get());
        if (before.size() > LONGEST_HISTORY) {
            before.removeLast();
        }
        after.clear();
        show(next);
    }

    /** Replaces the selection without remembering: what nobody chose. */
    public void settle(UnaryOperator<Focus> change) {
        show(change.apply(current.get()));
    }

    /** To the selection before. */
    public void back() {
        if (!before.isEmpty()) {
            after.push(current.get());
            show(before.pop());
        }
    }

    /** Undoes {@link #back}. */
    public void forward() {
        if (!after.isEmpty()) {
            before.push(current.get());
            show(after.pop());
        }
    }

    /** Whether there is a selection before. */
    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    /** Whether {@link #back} can be undone. */
    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    private void show(Focus focus) {
        canGoBack.set(!before.isEmpty());
        canGoForward.set(!after.isEmpty());
        current.set(focus);
    }
}
