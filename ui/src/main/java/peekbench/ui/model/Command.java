package peekbench.ui.model;

import javafx.beans.value.ObservableBooleanValue;

/**
 * Something that can be done: button, menu item, tooltip, key and entry of the palette all come from it.
 *
 * @param id names it for tests and styles
 * @param text a verb and its object
 * @param meaning what it does, a sentence
 * @param keys as {@code Shortcut+K}; empty without any
 * @param enabled whether it can be done now
 * @param action does it
 */
public record Command(
        String id, String text, String meaning, String keys, ObservableBooleanValue enabled, Runnable action) {

    /** Does it if that is possible. */
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }

    /** Whether its key is one that text fields take too. */
    public boolean isPlainKey() {
        return !keys.isEmpty() && !keys.contains("Shortcut") && !keys.contains("Alt") && !keys.matches("F\\d+");
    }

    /** The keys as people read them: {@code Ctrl+K}. */
    public String keysText() {
        return keys.replace("Shortcut", "Ctrl")
                .replace("Open_Bracket", "[")
                .replace("Close_Bracket", "]")
                .replace("Up", "\u2191")
                .replace("Down", "\u2193")
                .replace("Left", "\u2190")
                .replace("Right", "\u2192");
    }

    /** For tooltips: meaning and keys. */
    public String explained() {
        return keys.isEmpty() ? meaning : meaning + "  " + keysText();
    }
}
