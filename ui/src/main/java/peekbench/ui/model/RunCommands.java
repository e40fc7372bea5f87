package peekbench.ui.model;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import peekbench.ui.model.workspace.Place;

/** The commands of Runs, and those that begin runs. */
final class RunCommands {
    private final WindowModel window;
    private final List<Command> all;

    /** @param all takes them */
    RunCommands(WindowModel window, List<Command> all) {
        this.window = window;
        this.all = all;
    }

    private void add(
            String id, String keys, String text, String meaning, ObservableBooleanValue enabled, Runnable action) {
        all.add(new Command(id, text, meaning, keys, enabled, action));
    }

    void add() {
        RunActions actions = window.actions();
        add(
                "run-pause",
                "",
                "Pause",
                "Running trials end, none begins until it is resumed.",
                actions.canPause(),
                actions::pauseOrResume);
        add("run-resume", "", "Resume", "Trials begin again.", actions.canResume(), actions::pauseOrResume);
        add(
                "run-stop",
                "",
                "Stop\u2026",
                "Ends the run, after its running trials or now. Complete trials are kept.",
                actions.canStop(),
                actions::stop);
        add(
                "run-stop-trial",
                "",
                "Stop this trial\u2026",
                "Ends the trial at once; the others go on.",
                actions.canStopTrial(),
                actions::stopTrial);
        add(
                "run-again",
                "",
                "Run the rest or again",
                "The same command: it runs the trials that are not complete, failed ones among them.",
                actions.canRunAgain(),
                actions::again);
        add("run-look", "", "Look at this trial", "What was seen of its records.", actions.canLook(), actions::look);
        add(
                "run-scenario",
                "",
                "Open scenario",
                "The scenario that was run, at the key that an error names.",
                actions.hasScenario(),
                actions::openScenario);
        add(
                "run-earlier",
                "",
                "Run earlier",
                "One place up among those that wait.",
                actions.waits(),
                () -> actions.move(-1));
        add(
                "run-later",
                "",
                "Run later",
                "One place down among those that wait.",
                actions.waits(),
                () -> actions.move(1));
        add(
                "run-copy",
                "",
                "Copy the run's shell command",
                "The command that runs what is missing.",
                actions.hasScenario(),
                actions::copyCommand);
        add(
                "run-folder",
                "",
                "Show the run's folder",
                "The folder of its results, in the file manager.",
                actions.hasFolder(),
                actions::showFolder);
        add(Keyed.command(
                "run-delete",
                "Delete",
                "Remove or stop",
                "Takes a waiting run away; asks whether a running one is to be stopped.",
                actions::delete));
        begin();
    }

    private void add(Command command) {
        all.add(command);
    }

    private void begin() {
        RunActions actions = window.actions();
        add(
                "add-run",
                "Shortcut+Enter",
                "Add to runs",
                "Runs what is missing of this scenario: at once, or when what runs has ended.",
                window.scenarios().hasSelected(),
                () -> {
                    if (window.focus().get().place() == Place.SCENARIOS) {
                        actions.addScenario();
                    }
                });
        add(
                "quickstart",
                "",
                "Run the quickstart",
                "Trains a network of five clients without a defense and with one, attacks both and shows what was seen.",
                window.welcome().canRun(),
                window.welcome()::runQuickstart);
        add(Keyed.command(
                "new-scenario",
                "",
                "New scenario",
                "Copies the quickstart, or the scenario that is shown, under a new name to begin from.",
                window.scenarios()::create));
        add(Keyed.command(
                "show-new",
                "",
                "Show new trials",
                "Adds the trials that have ended since to what is shown.",
                window.workspace()::update));
        add(
                "go-on",
                "",
                "Run the rest",
                "Goes on with the run that was interrupted.",
                window.actions().canGoOn(),
                actions::goOn);
    }
}
