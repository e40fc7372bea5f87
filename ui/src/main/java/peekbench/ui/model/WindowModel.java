package peekbench.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import peekbench.journal.ShellWords;
import peekbench.ui.model.look.LookModel;
import peekbench.ui.model.run.RunsModel;
import peekbench.ui.model.workspace.ArmsModel;
import peekbench.ui.model.workspace.FilterModel;
import peekbench.ui.model.workspace.Focus;
import peekbench.ui.model.workspace.FocusLink;
import peekbench.ui.model.workspace.FocusModel;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.model.workspace.WorkspaceModel;
import peekbench.ui.service.Archives;
import peekbench.ui.service.ScenarioFiles;
import peekbench.ui.service.WindowSettings;
import peekbench.ui.service.run.RunServices;

/** All models of one window, wired. */
public final class WindowModel {
    private final Desk desk;
    private final WorkspaceModel workspace;
    private final FocusModel focus = new FocusModel();
    private final ArmsModel arms;
    private final FilterModel filter;
    private final LookModel look;
    private final CompareModel compare;
    private final ScenariosModel scenarios;
    private final Appearance appearance;
    private final RunsModel runs;
    private final QuestionModel questions = new QuestionModel();
    private final ClosingModel closing;
    private final WelcomeModel welcome;
    private final WindowTitle title;
    private final RunActions actions;
    private final Commands commands;

    /**
     * @param archives opens results
     * @param scenarioFiles lists and checks scenarios
     * @param runServices follow and begin runs
     * @param settings as they were kept
     * @param desk of the person
     * @param threads where to work
     */
    public WindowModel(
            Archives archives,
            ScenarioFiles scenarioFiles,
            RunServices runServices,
            WindowSettings settings,
            Desk desk,
            Threads threads) {
        this.desk = desk;
        this.workspace = new WorkspaceModel(archives, threads);
        this.arms = new ArmsModel(workspace, focus, threads);
        this.filter = new FilterModel(focus, arms);
        this.look = new LookModel(workspace, focus, threads);
        this.compare = new CompareModel(workspace, focus, threads);
        this.scenarios = new ScenariosModel(workspace, scenarioFiles, threads);
        this.appearance = new Appearance(settings);
        this.runs = new RunsModel(
                workspace, runServices, threads, Runtime.getRuntime().availableProcessors());
        this.closing = new ClosingModel(runs, questions);
        this.title = new WindowTitle(runs);
        this.welcome = new WelcomeModel(this, scenarioFiles, threads);
        this.actions = new RunActions(this);
        this.commands = new Commands(this);
        focus.currentProperty().addListener((property, before, now) -> {
            if (now.place() == Place.RUNS) {
                runs.seen();
            }
        });
        workspace
                .folderProperty()
                .addListener((property, before, now) -> now.ifPresent(folder -> appearance
                        .settingsProperty()
                        .set(appearance
                                .settingsProperty()
                                .get()
                                .withLastFolder(folder.toAbsolutePath().toString()))));
    }

    /** Asks for a folder and opens it. */
    public void chooseFolder() {
        desk.chooseFolder(workspace.folderProperty().get()).ifPresent(this::open);
    }

    /** Opens a workspace or a result folder; the selection begins anew. */
    public void open(Path folder) {
        focus.settle(now -> Focus.INITIAL.at(now.place()));
        workspace.open(folder);
    }

    /** Puts a link to the selection on the clipboard. */
    public void copyLink() {
        String folder = workspace.folderProperty().get().map(Path::toString).orElse(".");
        desk.copy(ShellWords.join(List.of("./peekbench", "ui", folder, "--at", FocusLink.write(focus.get()))));
    }

    /** Puts the command that makes the current trial again on the clipboard. */
    public void copyCommand() {
        look.contentProperty()
                .get()
                .trial()
                .ifPresent(trial -> desk.copy(trial.info().provenance().command()));
    }

    /** Asks where to write the chart in front of Compare, and writes it. */
    public void saveFigure() {
        if (focus.get().place() == Place.COMPARE) {
            desk.chooseFile(compare.frontProperty().get().fileName() + ".pdf").ifPresent(compare::save);
        }
    }

    /** Shows the current trial's folder. */
    public void showFolder() {
        look.contentProperty().get().trial().ifPresent(trial -> desk.show(trial.folder()));
    }

    /** Pins the current arm, or takes the pin away. */
    public void pin() {
        focus.get().arm().ifPresent(arm -> focus.change(now -> now.pinnedOrNot(arm)));
    }

    /** Takes away what was narrowed last: range and classes, then the filter. */
    public void less() {
        if (!look.choices().recordsProperty().get().isAll()) {
            look.choices()
                    .recordsProperty()
                    .set(look.choices().recordsProperty().get().lessOne());
        } else if (!focus.get().filter().isEmpty()) {
            filter.clear();
        }
    }

    /** The person's desk. */
    public Desk desk() {
        return desk;
    }

    /** What is open. */
    public WorkspaceModel workspace() {
        return workspace;
    }

    /** The selection. */
    public FocusModel focus() {
        return focus;
    }

    /** The arms that the filter lets pass. */
    public ArmsModel arms() {
        return arms;
    }

    /** The filter. */
    public FilterModel filter() {
        return filter;
    }

    /** Look. */
    public LookModel look() {
        return look;
    }

    /** Compare. */
    public CompareModel compare() {
        return compare;
    }

    /** Scenarios. */
    public ScenariosModel scenarios() {
        return scenarios;
    }

    /** Runs. */
    public RunsModel runs() {
        return runs;
    }

    /** What can be done with a run. */
    public RunActions actions() {
        return actions;
    }

    /** What is asked. */
    public QuestionModel questions() {
        return questions;
    }

    /** Whether the window may be closed. */
    public ClosingModel closing() {
        return closing;
    }

    /** What the window is called. */
    public WindowTitle title() {
        return title;
    }

    /** What stands in a workspace without results. */
    public WelcomeModel welcome() {
        return welcome;
    }

    /** How the window looks. */
    public Appearance appearance() {
        return appearance;
    }

    /** Everything that can be done. */
    public Commands commands() {
        return commands;
    }

    /** The trial that is current, in words; empty without one. */
    public Optional<String> currentTrial() {
        return look.contentProperty().get().shown().map(shown -> shown.id());
    }
}
