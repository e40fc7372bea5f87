package peekbench.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.io.file.PathUtils;
import org.apiguardian.api.API;
import peekbench.problem.ConfigurationException;
import peekbench.result.file.AtomicFile;
import peekbench.result.file.FileHashes;
import peekbench.result.file.ResultStoreException;
import peekbench.result.file.TrialLock;

/**
 * What is added to a trial after it was stored: a folder of its own in the trial's, with hashes of its own, which appears whole
 * by one rename. The trial's own files and hashes stay as they are.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class TrialAddition {
    private TrialAddition() {}

    /**
     * Adds a folder to a completed trial.
     *
     * @param name of the folder
     * @param content fills an empty folder, whose path it is handed and which gets its name afterwards
     * @return the folder in the trial's
     * @throws ConfigurationException when the trial is not complete, has a file or folder of this name, or is being replaced at
     *     this moment
     * @throws ResultStoreException when the disk refuses; the trial is then as it was
     */
    public static Path add(StoredTrial trial, String name, AtomicFile.Content content) {
        return add(trial, name, content, false);
    }

    /**
     * The same, in place of what was added under this name before, which goes when the new one is whole.
     *
     * @throws ConfigurationException when the trial is not complete, or is being replaced at this moment
     * @throws ResultStoreException when the disk refuses; the trial is then as it was
     */
    public static Path replace(StoredTrial trial, String name, AtomicFile.Content content) {
        return add(trial, name, content, true);
    }

    private static Path add(StoredTrial trial, String name, AtomicFile.Content content, boolean replacing) {
        Path target = trial.folder().resolve(name);
        if (!trial.completed()) {
            throw new ConfigurationException("The trial in " + trial.folder()
                    + " is not complete, and nothing is added to it. Run it again first.");
        }
        StoreFolder store = new StoreFolder(
                Objects.requireNonNull(trial.folder().toAbsolutePath().getParent(), "a trial is in a result folder"));
        try {
            store.makeLocks();
            Optional<TrialLock> lock =
                    TrialLock.tryAcquire(store.lock(trial.key().id()));
            if (lock.isEmpty()) {
                throw new ConfigurationException("The trial in " + trial.folder()
                        + " is being written by another program at this moment. Wait for it, and try again.");
            }
            try {
                return add(store, trial, target, content, replacing);
            } finally {
                lock.get().close();
            }
        } catch (IOException e) {
            throw ResultStoreException.writing(target, e);
        }
    }

    private static Path add(
            StoreFolder store, StoredTrial trial, Path target, AtomicFile.Content content, boolean replacing)
            throws IOException {
        if (Files.exists(target) && !replacing) {
            throw new ConfigurationException("The trial in " + trial.folder() + " has (" + target.getFileName()
                    + ") already, and nothing in it is written over. Choose another name, or remove it first.");
        }
        Path aside = store.makeTemporary(trial.key().id(), trial.info().work());
        try {
            content.writeTo(aside);
            FileHashes.write(aside);
            return Files.exists(target)
                    ? exchanged(store, trial, aside, target)
                    : Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            if (Files.exists(aside)) {
                PathUtils.deleteDirectory(aside);
            }
        }
    }

    private static Path exchanged(StoreFolder store, StoredTrial trial, Path aside, Path target) throws IOException {
        Path away = store.makeTemporary(trial.key().id(), trial.info().work());
        Path old = away.resolve(target.getFileName());
        Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        } finally {
            PathUtils.deleteDirectory(away);
        }
        return target;
    }
}
