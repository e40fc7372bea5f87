package peekbench.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
import peekbench.ui.service.WorkspaceFolders;

/** Scenarios: the files with their text at once, their problems and plan when asked for. */
public final class ScenariosModel {
    private final WorkspaceModel workspace;
    private final ScenarioFiles service;
    private final LatestTask<List<Path>> listing;
    private final LatestTask<String> reading;
    private final LatestTask<ScenarioFiles.Check> checking;
    private final LatestTask<Path> creating;
    private final ObservableList<Path> files = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Path>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<OptionalInt> line = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyBooleanWrapper hasSelected = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<ScenarioFiles.Check>> check =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Path> wanted = Optional.empty();
    private String naming = "";

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
        this.creating = new LatestTask<>(threads.reader(), threads.window());
        workspace.folderProperty().addListener((property, before, now) -> list());
        selected.addListener((property, before, now) -> {
            hasSelected.set(now.isPresent());
            read();
        });
    }

    private void list() {
        Optional<Path> folder = workspace.folderProperty().get();
        selected.set(Optional.empty());
        if (folder.isEmpty()) {
            files.clear();
            return;
        }
        listing.start(
                () -> service.list(folder.get()),
                found -> {
                    files.setAll(found);
                    wanted.ifPresent(made -> open(made, ""));
                    wanted = Optional.empty();
                },
                this::fail);
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
        String named = naming;
        naming = "";
        reading.start(
                () -> service.read(file),
                written -> {
                    text.set(written);
                    line.set(KeyLine.of(written, named));
                },
                this::fail);
    }

    /** Finds the problems of the file that is shown, and plans it. */
    public void check() {
        selected.get().ifPresent(file -> {
            Path folder = workspace.folderProperty().get().orElse(Path.of(""));
            problem.set(Optional.empty());
            read();
            checking.start(() -> service.check(folder, file), found -> check.set(Optional.of(found)), this::fail);
        });
    }

    /** Shows a file, and the line of the key that a text names. */
    public void open(Path file, String named) {
        Path wanted = file.toAbsolutePath().normalize();
        naming = named;
        Optional<Path> listed = files.stream()
                .filter(one -> one.toAbsolutePath().normalize().equals(wanted))
                .findFirst()
                .or(() -> Optional.of(wanted));
        if (selected.get().equals(listed)) {
            read();
        } else {
            selected.set(listed);
        }
    }

    /** Makes a new file of the one that is shown, or of the quickstart, and shows it. */
    public void create() {
        Optional<Path> folder = workspace.folderProperty().get();
        if (folder.isEmpty()) {
            return;
        }
        Optional<Path> template = selected.get();
        creating.start(
                () -> service.copy(folder.get(), template.orElseGet(() -> service.quickstart(folder.get()))),
                made -> {
                    wanted = Optional.of(made);
                    list();
                },
                this::fail);
    }

    /** Where commands work; empty without a folder. */
    public Optional<Path> home() {
        return workspace.folderProperty().get().map(WorkspaceFolders::home);
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

    /** The line of the text that is meant, counted from 0; empty when none is. */
    public ReadOnlyObjectProperty<OptionalInt> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Whether a file is shown. */
    public ReadOnlyBooleanProperty hasSelected() {
        return hasSelected.getReadOnlyProperty();
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
