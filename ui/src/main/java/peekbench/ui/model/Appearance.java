package peekbench.ui.model;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import peekbench.ui.service.WindowSettings;

/** How the window looks: settings that last, and panes that are folded away. */
public final class Appearance {
    private final ObjectProperty<WindowSettings> settings;
    private final ObjectProperty<Boolean> arms = new SimpleObjectProperty<>(true);
    private final ObjectProperty<Boolean> inspector = new SimpleObjectProperty<>(true);
    private final ObjectProperty<Boolean> palette = new SimpleObjectProperty<>(false);

    /** @param settings as they were kept */
    public Appearance(WindowSettings settings) {
        this.settings = new SimpleObjectProperty<>(settings);
    }

    /** What is kept. */
    public ObjectProperty<WindowSettings> settingsProperty() {
        return settings;
    }

    /** Whether the arms are shown. */
    public ObjectProperty<Boolean> armsProperty() {
        return arms;
    }

    /** Whether the current trial's facts are shown. */
    public ObjectProperty<Boolean> inspectorProperty() {
        return inspector;
    }

    /** Whether the palette of commands is open. */
    public ObjectProperty<Boolean> paletteProperty() {
        return palette;
    }

    /** Text larger or smaller by a pixel. */
    public void textLarger(int by) {
        settings.set(settings.get().withTextSize(settings.get().textSize() + by));
    }

    /** Keeps a filter under a name; nothing is kept without one. */
    public void keepFilter(String name, String text) {
        if (!name.isBlank() && !text.isBlank()) {
            settings.set(settings.get().keeping(new WindowSettings.KeptFilter(name.strip(), text)));
        }
    }

    /** Forgets the filter of a name. */
    public void forgetFilter(String name) {
        settings.set(settings.get().without(name));
    }

    /** The other theme. */
    public void otherTheme() {
        settings.set(settings.get().withDark(!settings.get().dark()));
    }
}
