package peekbench.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import peekbench.problem.ConfigurationException;
import peekbench.result.file.ResultStoreException;
import peekbench.result.file.TrialLock;

/**
 * Where one trial goes, while nobody else may write it.
 *
 * @param store the folder it goes to
 * @param lock the right to write it
 * @param key its name there
 * @param work what it is
 */
record TrialPlace(StoreFolder store, TrialLock lock, TrialKey key, TrialWork work) implements AutoCloseable {
    /**
     * The trial as it is there; nothing where there is none or one too damaged to be read.
     *
     * @throws ConfigurationException when a newer Peekbench wrote it
     */
    Optional<StoredTrial> present() {
        Path folder = store.trial(key.id());
        if (!Files.exists(folder)) {
            return Optional.empty();
        }
        try {
            return Optional.of(TrialReader.read(folder));
        } catch (ResultStoreException e) {
            return Optional.empty();
        }
    }

    /**
     * Another run may have given the name to other settings since this one looked; each looks when its own folder is there to
     * be seen.
     *
     * @throws ConfigurationException when the seed group holds, or is about to hold, other settings
     */
    void checkGroup() throws IOException {
        for (Path trial : store.trialsOf(key.group())) {
            if (others(trial)) {
                throw taken(trial.getFileName().toString());
            }
        }
        for (String id : store.writtenWithOtherSettings(key.group(), work)) {
            if (id.equals(key.id())) {
                continue; // of a run that died: this one holds the lock
            }
            Optional<TrialLock> nobodys = TrialLock.tryAcquire(store.lock(id));
            if (nobodys.isEmpty()) {
                throw taken(id);
            }
            nobodys.get().close();
        }
    }

    private boolean others(Path trial) {
        try {
            return !TrialReader.info(trial).work().settings().equals(work.settings());
        } catch (ResultStoreException e) {
            return false; // damaged: it is set aside when its own trial is written
        }
    }

    private ConfigurationException taken(String id) {
        return new ConfigurationException("Trial " + key.id() + " cannot be written to " + store.root()
                + ": trial " + id + " there has other settings, and trials of one seed group have the same. Run again:"
                + " the trials then get a name of their own.");
    }

    Path makeTemporary() throws IOException {
        return store.makeTemporary(key.id(), work);
    }

    /** Gives a finished trial its place; a failed one never takes that of a complete one, and nothing unreadable is deleted. */
    Path publish(Path temporary, TrialStatus status) throws IOException {
        if (Files.exists(store.trial(key.id()))) {
            Optional<StoredTrial> present = present();
            if (present.isEmpty()) {
                store.setAside(key.id());
            } else if (present.get().completed() && status == TrialStatus.FAILED) {
                return store.publishFailed(temporary, key.id());
            }
        }
        return store.publish(temporary, key.id());
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
