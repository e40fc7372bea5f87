package peekbench.ui.model.workspace;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import peekbench.ui.service.Archives;
import peekbench.ui.service.TrialArchive;

/** Which folder is open, and whether all that is in it is known. */
public final class WorkspaceModel {
    private final Archives archives;
    private final LatestTask<TrialArchive> opening;
    private final LatestTask<Integer> updating;
    private final ReadOnlyObjectWrapper<Optional<TrialArchive>> archive = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> folder = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final ReadOnlyIntegerWrapper fresh = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();

    /**
     * @param archives opens folders
     * @param threads where to work
     */
    public WorkspaceModel(Archives archives, Threads threads) {
        this.archives = archives;
        this.opening = new LatestTask<>(threads.index(), threads.window());
        this.updating = new LatestTask<>(threads.index(), threads.window());
    }

    /** Opens a folder as it was known last, then looks for what is new. What was open stays when that fails. */
    public void open(Path chosen) {
        opening.start(
                () -> archives.open(chosen),
                opened -> {
                    updating.cancel();
                    archive.get().ifPresent(TrialArchive::close);
                    problem.set(Optional.empty());
                    fresh.set(0);
                    known.set(false);
                    folder.set(Optional.of(chosen));
                    archive.set(Optional.of(opened));
                    update();
                },
                failure -> problem.set(Optional.of(Problems.words(failure))));
    }

    /** Trials have ended that are not shown yet. Nothing that is looked at moves before somebody asks for them. */
    public void heard(int trials) {
        fresh.set(fresh.get() + trials);
    }

    /** Looks for new and changed trials. */
    public void update() {
        int asked = fresh.get();
        archive.get()
                .ifPresent(open -> updating.start(
                        open::update,
                        changed -> {
                            problem.set(Optional.empty());
                            fresh.set(Math.max(0, fresh.get() - asked));
                            if (changed > 0) {
                                changes.set(changes.get() + 1);
                            }
                            known.set(true);
                        },
                        failure -> problem.set(Optional.of(Problems.words(failure)))));
    }

    /** Closes what is open. */
    public void close() {
        opening.cancel();
        updating.cancel();
        archive.get().ifPresent(TrialArchive::close);
        archive.set(Optional.empty());
    }

    /** The open results. */
    public ReadOnlyObjectProperty<Optional<TrialArchive>> archiveProperty() {
        return archive.getReadOnlyProperty();
    }

    /** The open folder. */
    public ReadOnlyObjectProperty<Optional<Path>> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** What went wrong last, for people. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Counts up whenever trials came or changed. */
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** How many trials ended that are not shown yet. */
    public ReadOnlyIntegerProperty freshProperty() {
        return fresh.getReadOnlyProperty();
    }

    /** Whether the folder was looked through since it was opened, so that what is not there is not there. */
    public ReadOnlyBooleanProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** Whether a folder is being opened. */
    public ReadOnlyBooleanProperty openingProperty() {
        return opening.workingProperty();
    }

    /** Whether new trials are looked for. */
    public ReadOnlyBooleanProperty updatingProperty() {
        return updating.workingProperty();
    }
}
