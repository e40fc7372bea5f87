package peekbench.ui.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import peekbench.query.ArmRow;
import peekbench.ui.model.workspace.Place;

/** Everything that can be searched for and done: commands, arms, scenarios, words with their meanings. */
public final class PaletteModel {
    private static final int MOST = 60;
    private static final int NO_MATCH = -1;

    private final WindowModel window;

    /**
     * One line.
     *
     * @param kind of what it is: command, filter, arm, scenario, word
     * @param text what is searched
     * @param detail keys or meaning
     * @param action does it
     */
    public record Entry(String kind, String text, String detail, Runnable action) {}

    /** @param window holds all that there is */
    public PaletteModel(WindowModel window) {
        this.window = window;
    }

    /** What matches, the best first; without a text the commands. */
    public List<Entry> search(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return entries().stream()
                .filter(entry -> rank(entry.text(), wanted) != NO_MATCH)
                .sorted(Comparator.comparingInt(entry -> rank(entry.text(), wanted)))
                .limit(MOST)
                .toList();
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Command command : window.commands().all()) {
            String detail = command.keys().isEmpty() ? command.meaning() : command.keysText();
            if (command.enabled().get() && !command.id().equals("palette")) {
                entries.add(new Entry("command", command.text(), detail, command::run));
            }
        }
        window.appearance()
                .settingsProperty()
                .get()
                .filters()
                .forEach(kept -> entries.add(new Entry(
                        "filter",
                        kept.name(),
                        kept.text(),
                        () -> window.filter().apply(kept.text()))));
        for (ArmRow arm : window.arms().rows().present()) {
            entries.add(new Entry(
                    "arm",
                    arm.arm() + " \u00b7 " + arm.protocol() + " \u00b7 " + arm.cut(),
                    arm.scenario(),
                    () -> window.look().look(arm.key())));
        }
        window.scenarios()
                .files()
                .forEach(file -> entries.add(new Entry(
                        "scenario",
                        Optional.ofNullable(file.getFileName())
                                .map(Object::toString)
                                .orElse(""),
                        file.toString(),
                        () -> {
                            window.scenarios().selectedProperty().set(Optional.of(file));
                            window.focus().change(now -> now.at(Place.SCENARIOS));
                        })));
        Terms.all().forEach((word, meaning) -> entries.add(new Entry("word", word, meaning, () -> {})));
        return entries;
    }

    /** The smaller, the better: begins with it, has it, has its letters in that order. */
    private static int rank(String text, String wanted) {
        String plain = text.toLowerCase(Locale.ROOT);
        if (plain.startsWith(wanted)) {
            return 0;
        }
        if (plain.contains(" " + wanted)) {
            return 1;
        }
        if (plain.contains(wanted)) {
            return 2;
        }
        int at = 0;
        for (int i = 0; i < wanted.length(); i++) {
            at = plain.indexOf(wanted.charAt(i), at) + 1;
            if (at == 0) {
                return NO_MATCH;
            }
        }
        return 3;
    }
}
