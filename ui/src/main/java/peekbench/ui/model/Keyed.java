package peekbench.ui.model;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;

/** Makes commands. */
final class Keyed {
    private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

    private Keyed() {}

    /** Something that can always be done. */
    static Command command(String id, String keys, String text, String meaning, Runnable action) {
        return new Command(id, text, meaning, keys, ALWAYS, action);
    }
}
