package peekbench.ui.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jfree.chart.JFreeChart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.report.chart.Chart;
import peekbench.threat.observation.TargetSet;
import peekbench.ui.service.FolderChooser;
import peekbench.ui.service.FolderContent;
import peekbench.ui.service.PicturePair;
import peekbench.ui.service.ResultFolders;
import peekbench.ui.service.TrialSummary;

/** What the window on a result folder shows and what its buttons do. All of it is called on the window's thread. */
public final class ResultViewModel {
    private static final Logger LOGGER = LoggerFactory.getLogger(ResultViewModel.class);

    private final ResultFolders folders;
    private final FolderChooser chooser;
    private final LatestTask<FolderContent> reading;
    private final LatestTask<List<PicturePair>> showing;

    private final ReadOnlyObjectWrapper<Optional<Path>> folder = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Chart, ReadOnlyObjectWrapper<Optional<JFreeChart>>> charts = Arrays.stream(Chart.values())
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), chart -> new ReadOnlyObjectWrapper<>(Optional.empty())));
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ObservableList<TrialSummary> trials = FXCollections.observableArrayList();
    private final ObservableList<String> lacks = FXCollections.observableArrayList();
    private final ObservableList<PicturePair> pictures = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<TrialSummary>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<TargetSet> targets = new SimpleObjectProperty<>(TargetSet.VICTIM_TEST);

    /**
     * @param folders reads result folders
     * @param chooser asks for a folder
     * @param worker runs what takes long
     * @param window runs what touches the window
     */
    public ResultViewModel(ResultFolders folders, FolderChooser chooser, Executor worker, Executor window) {
        this.folders = folders;
        this.chooser = chooser;
        this.reading = new LatestTask<>(worker, window);
        this.showing = new LatestTask<>(worker, window);
        selected.addListener((property, before, after) -> show());
        targets.addListener((property, before, after) -> show());
    }

    /** Asks for a folder and opens it. */
    public void chooseFolder() {
        chooser.choose(folder.get()).ifPresent(this::open);
    }

    /** Reads the open folder again; a run may have finished more trials. */
    public void refresh() {
        folder.get().ifPresent(this::open);
    }

    /** Reads the trials of a folder and selects the first. */
    public void open(Path chosen) {
        Optional<String> before = selected.get().map(TrialSummary::id);
        working.set(true);
        reading.start(
                () -> folders.read(chosen),
                content -> {
                    List<TrialSummary> rows = content.trials();
                    folder.set(Optional.of(chosen));
                    problem.set(Optional.empty());
                    trials.setAll(rows);
                    lacks.setAll(content.lacks());
                    charts.forEach((chart, shown) ->
                            shown.set(Optional.ofNullable(content.charts().get(chart))));
                    working.set(false);
                    selected.set(rows.stream()
                            .filter(row -> before.filter(row.id()::equals).isPresent())
                            .findFirst()
                            .or(() -> rows.stream().findFirst()));
                },
                this::fail);
    }

    private void show() {
        pictures.clear();
        if (folder.get().isEmpty() || selected.get().isEmpty()) {
            showing.cancel();
            return;
        }
        Path from = folder.get().get();
        String trial = selected.get().get().id();
        TargetSet which = targets.get();
        working.set(true);
        showing.start(
                () -> folders.pictures(from, trial, which),
                pairs -> {
                    problem.set(Optional.empty());
                    pictures.setAll(pairs);
                    working.set(false);
                },
                this::fail);
    }

    private void fail(RuntimeException failure) {
        LOGGER.warn("Could not show results", failure);
        problem.set(Optional.of(Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString)));
        working.set(false);
    }

    /** The open folder. */
    public ReadOnlyObjectProperty<Optional<Path>> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** What went wrong with the last thing asked for, for people. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether something is being read. */
    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** The trials of the open folder. */
    public ObservableList<TrialSummary> trials() {
        return FXCollections.unmodifiableObservableList(trials);
    }

    /** What of the open folder is not shown and why, a sentence each. */
    public ObservableList<String> lacks() {
        return FXCollections.unmodifiableObservableList(lacks);
    }

    /** The trial that is shown. */
    public ObjectProperty<Optional<TrialSummary>> selectedProperty() {
        return selected;
    }

    /** Which private records are shown. */
    public ObjectProperty<TargetSet> targetsProperty() {
        return targets;
    }

    /** Originals and reconstructions of the trial that is shown. */
    public ObservableList<PicturePair> pictures() {
        return FXCollections.unmodifiableObservableList(pictures);
    }

    /** A chart over all trials of the folder; empty when they have nothing to show in it. */
    public ReadOnlyObjectProperty<Optional<JFreeChart>> chartProperty(Chart chart) {
        return Objects.requireNonNull(charts.get(chart)).getReadOnlyProperty();
    }
}
