package peekbench.ui.view.part;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;

/** Runs something whenever one of several values changes, for as long as whoever holds this is there: cells come and go. */
public final class Follow {
    private final ChangeListener<Object> listener;

    private Follow(Runnable onChange) {
        this.listener = (property, before, now) -> onChange.run();
    }

    /** To be held by whoever wants to hear. */
    public static Follow of(Runnable onChange, List<ObservableValue<?>> values) {
        Follow follow = new Follow(onChange);
        values.forEach(value -> value.addListener(new WeakChangeListener<>(follow.listener)));
        return follow;
    }
}
