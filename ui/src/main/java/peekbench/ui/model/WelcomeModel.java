package peekbench.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import peekbench.ui.model.run.RunView;
import peekbench.ui.model.run.RunWords;
import peekbench.ui.model.workspace.LatestTask;
import peekbench.ui.model.workspace.Problems;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.service.ScenarioFiles;
import peekbench.ui.service.WorkspaceFolders;
import peekbench.ui.service.run.RunRequest;

/**
 * What stands in a workspace without results: the quickstart, then how far it is. The first trial that is complete takes its
 * place when its pictures are there, so that nothing in between is seen.
 */
public final class WelcomeModel {
    private final WindowModel window;
    private final ScenarioFiles scenarios;
    private final LatestTask<Path> preparing;
    private final LatestTask<ScenarioFiles.Cost> planning;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRun = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<RunView>> run = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    WelcomeModel(WindowModel window, ScenarioFiles scenarios, Threads threads) {
        this.window = window;
        this.scenarios = scenarios;
        this.preparing = new LatestTask<>(threads.reader(), threads.window());
        this.planning = new LatestTask<>(threads.charts(), threads.window());
        window.workspace().archiveProperty().addListener((property, before, now) -> begin());
        window.workspace().knownProperty().addListener((property, before, now) -> judge());
        window.arms().countsProperty().addListener((property, before, now) -> judge());
        window.arms().workingProperty().addListener((property, before, now) -> judge());
        window.look().shownProperty().addListener((property, before, now) -> judge());
        window.runs().runsProperty().addListener((property, before, now) -> follow(now));
    }

    private void begin() {
        shown.set(false);
        cost.set("");
        problem.set(Optional.empty());
        planning.cancel();
        judge();
    }

    private void judge() {
        if (shown.get()) {
            boolean there = window.arms().countsProperty().get().trials() > 0
                    && !window.look().shownProperty().get().rows().isEmpty();
            shown.set(!there);
            return;
        }
        boolean known = window.workspace().knownProperty().get()
                && !window.arms().workingProperty().get();
        boolean empty = window.arms().countsProperty().get().trials() == 0
                && window.focus().get().filter().isEmpty();
        if (known && empty) {
            shown.set(true);
            plan();
        }
    }

    private void plan() {
        Optional<Path> folder = window.workspace().folderProperty().get();
        if (folder.isEmpty()) {
            return;
        }
        planning.start(
                () -> scenarios.quickstartCost(folder.get()),
                found -> cost.set(words(found)),
                failure -> cost.set(Problems.words(failure)));
        follow(window.runs().runsProperty().get());
    }

    /** {@code 2 trials, about a minute (10 seconds to 5 minutes), 2 at a time}. */
    private static String words(ScenarioFiles.Cost cost) {
        return RunWords.count(cost.trials(), "trial") + ", about " + RunWords.about(cost.expected())
                + " on this machine (" + RunWords.about(cost.low()) + " to " + RunWords.about(cost.high())
                + "). It needs no network.";
    }

    private void follow(List<RunView> runs) {
        Optional<RunView> newest = runs.stream().findFirst();
        run.set(newest);
        boolean busy = newest.filter(one -> one.state().going()).isPresent();
        canRun.set(window.workspace().folderProperty().get().isPresent()
                && !busy
                && !preparing.workingProperty().get());
        firstResult();
    }

    /** Nothing is looked at yet that could move. */
    private void firstResult() {
        boolean waits = window.workspace().freshProperty().get() > 0
                && !window.workspace().updatingProperty().get();
        if (shown.get() && waits && run.get().filter(one -> one.complete() > 0).isPresent()) {
            window.workspace().update();
        }
    }

    /** Puts the quickstart into the workspace where it is missing, and runs it. */
    public void runQuickstart() {
        Optional<Path> folder = window.workspace().folderProperty().get();
        if (folder.isEmpty()) {
            return;
        }
        problem.set(Optional.empty());
        canRun.set(false);
        preparing.start(
                () -> scenarios.quickstart(folder.get()),
                file -> window.runs()
                        .selectedProperty()
                        .set(Optional.of(window.runs().add(RunRequest.of(WorkspaceFolders.home(folder.get()), file)))),
                failure -> {
                    problem.set(Optional.of(Problems.words(failure)));
                    canRun.set(true);
                });
    }

    /** Whether it stands in place of results. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether the quickstart can be run. */
    public ObservableBooleanValue canRun() {
        return canRun;
    }

    /** What the quickstart costs; empty until that is known. */
    public ReadOnlyStringProperty costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** Whether the quickstart is being planned. */
    public ReadOnlyBooleanProperty workingProperty() {
        return planning.workingProperty();
    }

    /** The newest run. */
    public ReadOnlyObjectProperty<Optional<RunView>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Why the quickstart could not be put into the workspace. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
