package peekbench.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import peekbench.ui.model.look.LookChoices;
import peekbench.ui.model.look.LookMode;
import peekbench.ui.model.workspace.Focus;
import peekbench.ui.model.workspace.FocusModel;
import peekbench.ui.model.workspace.Place;

/** The one list of all that can be done. */
public final class Commands {
    private final WindowModel window;
    private final List<Command> all = new ArrayList<>();

    Commands(WindowModel window) {
        this.window = window;
        places();
        everywhere();
        appearance();
        look();
        all.addAll(ArmCommands.of(window));
        new RunCommands(window, all).add();
    }

    private void add(String id, String keys, String text, String meaning, Runnable action) {
        all.add(Keyed.command(id, keys, text, meaning, action));
    }

    private void places() {
        FocusModel focus = window.focus();
        int number = 0;
        for (Place place : Place.values()) {
            number++;
            add(
                    "place-" + place.name().toLowerCase(Locale.ROOT),
                    "Shortcut+" + number,
                    "Go to " + place.title(),
                    place.question(),
                    () -> focus.change(now -> now.at(place)));
        }
        all.add(new Command(
                "back", "Go back", "To the selection before.", "Alt+Left", focus.canGoBackProperty(), focus::back));
        all.add(new Command(
                "forward",
                "Go forward",
                "Undoes going back.",
                "Alt+Right",
                focus.canGoForwardProperty(),
                focus::forward));
        for (int i = 0; i < Focus.MOST_PINS; i++) {
            int pin = i;
            add(
                    "pin-" + (i + 1),
                    "Alt+" + (i + 1),
                    "Look at pin " + (i + 1),
                    "Makes that pinned arm the current one.",
                    () -> {
                        if (pin < focus.get().pins().size()) {
                            focus.change(now -> now.onArm(now.pins().get(pin)));
                        }
                    });
        }
    }

    private void everywhere() {
        add("open", "Shortcut+O", "Open a folder", "Opens a workspace or a result folder.", window::chooseFolder);
        add(
                "refresh",
                "F5",
                "Look for new trials",
                "Reads what is new or changed in the folder.",
                window.workspace()::update);
        add(
                "palette",
                "Shortcut+K",
                "Find a command",
                "Everything that can be done, to be searched.",
                () -> window.appearance().paletteProperty().set(true));
        add("clear-filter", "", "Clear the filter", "Lets all arms pass.", window.filter()::clear);
        add(
                "pin",
                "P",
                "Pin this arm",
                "Keeps the arm side by side with others; again to take the pin away.",
                window::pin);
        add(
                "unpin-all",
                "",
                "Take all pins away",
                "Shows the arms again that differ only in their defenses.",
                () -> window.focus().change(now -> now.pinned(List.of())));
        add("next-arm", "", "Next arm", "The arm below.", () -> window.arms().step(1));
        add(
                "previous-arm",
                "",
                "Previous arm",
                "The arm above.",
                () -> window.arms().step(-1));
        add(
                "copy-command",
                "Shortcut+Shift+C",
                "Copy the shell command",
                "The command that makes the current trial again.",
                window::copyCommand);
        add(
                "copy-link",
                "Shortcut+L",
                "Copy a link",
                "A command that opens the window at this very selection.",
                window::copyLink);
        add(
                "save-figure",
                "Shortcut+E",
                "Save this chart",
                "The chart in front of Compare as SVG, PDF or PNG, in the report's size and on white.",
                window::saveFigure);
        add(
                "show-folder",
                "",
                "Show the folder",
                "The current trial's folder, in the file manager.",
                window::showFolder);
    }

    private void appearance() {
        Appearance appearance = window.appearance();
        add("theme", "", "Switch light and dark", "The other theme.", appearance::otherTheme);
        add(
                "text-larger",
                "Shortcut+Shift+Plus",
                "Make text larger",
                "By a pixel, up to 20.",
                () -> appearance.textLarger(1));
        add(
                "text-smaller",
                "Shortcut+Minus",
                "Make text smaller",
                "By a pixel, down to 11.",
                () -> appearance.textLarger(-1));
        add(
                "inspector",
                "I",
                "Fold the inspector",
                "Shows or hides the facts of the current trial.",
                () -> appearance
                        .inspectorProperty()
                        .set(!appearance.inspectorProperty().get()));
        add(
                "arms",
                "F6",
                "Fold the arms",
                "Shows or hides the table of arms.",
                () -> appearance.armsProperty().set(!appearance.armsProperty().get()));
        add(
                "reduce-motion",
                "",
                "Reduce motion",
                "Nothing blinks; again to let it.",
                () -> appearance
                        .settingsProperty()
                        .set(appearance
                                .settingsProperty()
                                .get()
                                .withReduceMotion(
                                        !appearance.settingsProperty().get().reduceMotion())));
    }

    private void look() {
        LookChoices choices = window.look().choices();
        for (LookMode mode : LookMode.values()) {
            add(
                    "mode-" + mode.name().toLowerCase(Locale.ROOT),
                    "",
                    "Show the " + mode.title().toLowerCase(Locale.ROOT),
                    mode.meaning(),
                    () -> choices.modeProperty().set(mode));
        }
        add(
                "error",
                "E",
                "Show errors",
                "Below each reconstruction how far it is off; again with signs; again without.",
                choices::nextError);
        add(
                "records",
                "T",
                "Switch unseen and trained on",
                "Records that nobody trained on, or those that clients trained on.",
                window.look()::switchRecords);
        add(
                "epoch-before",
                "[",
                "Epoch before",
                "What was seen earlier in training.",
                () -> window.look().stepEpoch(-1));
        add(
                "epoch-after",
                "]",
                "Epoch after",
                "What was seen later in training.",
                () -> window.look().stepEpoch(1));
        add("larger", "+", "Enlarge pictures", "One step of whole pixels.", () -> zoom(1));
        add("smaller", "-", "Shrink pictures", "One step of whole pixels.", () -> zoom(-1));
        add(
                "first-seed",
                "",
                "First seed",
                "The first seed that completed.",
                () -> window.focus().change(now -> now.onSeed(OptionalLong.empty())));
        add(
                "all-attacks",
                "",
                "Show all attacks",
                "A row for each attack.",
                () -> window.focus().change(now -> now.onAttack(Optional.empty())));
    }

    private void zoom(int by) {
        window.look().choices().zoomIn(by);
    }

    /** All, in the order of lists. */
    public List<Command> all() {
        return List.copyOf(all);
    }

    /**
     * One of them.
     *
     * @throws IllegalArgumentException when there is none of that id
     */
    public Command get(String id) {
        return all.stream()
                .filter(command -> command.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no command (" + id + ")"));
    }
}
