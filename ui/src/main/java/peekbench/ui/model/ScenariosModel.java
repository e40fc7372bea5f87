package peekbench.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import peekbench.ui.model.workspace.LatestTask;
import peekbench.ui.model.workspace.Problems;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.model.workspace.WorkspaceModel;
import peekbench.ui.service.ScenarioFiles;

/** Scenarios: the files with their text at once, their problems and plan when asked for. */
public final class ScenariosModel {
    private final WorkspaceModel workspace;
    private final ScenarioFiles service;
    private final LatestTask<List<Path>> listing;
    private final LatestTask<String> reading;
    private final LatestTask<ScenarioFiles.Check> checking;
    private final ObservableList<Path> files = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Path>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<ScenarioFiles.Check>> check =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param workspace what is open
     * @param service lists, reads and checks
     * @param threads where to work
     */
    public ScenariosModel(WorkspaceModel workspace, ScenarioFiles service, Threads threads) {
        this.workspace = workspace;
        this.service = service;
        this.listing = new LatestTask<>(threads.index(), threads.window());
        this.reading = new LatestTask<>(threads.reader(), threads.window());
        this.checking = new LatestTask<>(threads.charts(), threads.window());
        workspace.folderProperty().addListener((property, before, now) -> list());
        selected.addListener((property, before, now) -> read());
    }

    private void list() {
        Optional<Path> folder = workspace.folderProperty().get();
        selected.set(Optional.empty());
        if (folder.isEmpty()) {
            files.clear();
            return;
        }
        listing.start(() -> service.list(folder.get()), files::setAll, this::fail);
    }

    private void read() {
        check.set(Optional.empty());
        if (selected.get().isEmpty()) {
            text.set("");
            reading.cancel();
            checking.cancel();
            return;
        }
        Path file = selected.get().get();
        problem.set(Optional.empty());
        checking.cancel();
        reading.start(() -> service.read(file), text::set, this::fail);
    }

    /** Finds the problems of the file that is shown, and plans it. */
    public void check() {
        selected.get().ifPresent(file -> {
            Path folder = workspace.folderProperty().get().orElse(Path.of(""));
            problem.set(Optional.empty());
            checking.start(() -> service.check(folder, file), found -> check.set(Optional.of(found)), this::fail);
        });
    }

    private void fail(RuntimeException failure) {
        problem.set(Optional.of(Problems.words(failure)));
    }

    /** The files, by name. */
    public ObservableList<Path> files() {
        return FXCollections.unmodifiableObservableList(files);
    }

    /** The file that is shown. */
    public ObjectProperty<Optional<Path>> selectedProperty() {
        return selected;
    }

    /** Its text. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Its problems and plan; empty until they are known. */
    public ReadOnlyObjectProperty<Optional<ScenarioFiles.Check>> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /** Why it cannot be read or checked. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether it is being checked. */
    public ReadOnlyBooleanProperty checkingProperty() {
        return checking.workingProperty();
    }
}
