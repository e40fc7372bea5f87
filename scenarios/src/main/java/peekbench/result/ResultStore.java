package peekbench.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.problem.ConfigurationException;
import peekbench.result.provenance.Provenance;

/**
 * A folder of trials. Safe for several threads and processes: each trial appears whole, by one rename.
 *
 * <p>The sub-folders are the truth. {@code index.sqlite} repeats it for quick listings and queries and may be deleted
 * at any time.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class ResultStore {
    /** Version of the layout; a folder of a newer version is refused, never guessed at. */
    public static final int FORMAT = 1;

    private static final Logger LOG = LoggerFactory.getLogger(ResultStore.class);

    private final StoreFolder folder;
    private final ResultIndex index;

    private ResultStore(StoreFolder folder) {
        this.folder = folder;
        this.index = new ResultIndex(folder.index());
    }

    /**
     * Opens a folder to write to, making it if need be.
     *
     * @throws ConfigurationException when it cannot be made or written
     */
    public static ResultStore open(Path path) {
        ResultStore store = new ResultStore(StoreFolder.writable(path));
        store.bringBackReplaced();
        return store;
    }

    /**
     * Opens a folder to read from.
     *
     * @throws ConfigurationException when there is none
     */
    public static ResultStore openExisting(Path path) {
        if (!Files.isDirectory(path)) {
            throw new ConfigurationException("There is no result folder at " + path
                    + ". Run a scenario first, or name the folder that its run printed at the end.");
        }
        return new ResultStore(new StoreFolder(path));
    }

    /** The folder itself. */
    public Path path() {
        return folder.root();
    }

    /**
     * Starts writing a trial, clearing away what interrupted runs of it left. An earlier result of it stays until the
     * new one is complete.
     *
     * @throws ConfigurationException when another run is writing it at this moment
     * @throws ResultStoreException when the disk refuses
     */
    public TrialWriter begin(TrialKey key, Provenance provenance) {
        try {
            TrialLock lock = TrialLock.tryAcquire(folder.lock(key.id()))
                    .orElseThrow(() -> new ConfigurationException("Trial " + key.id() + " is being written to " + path()
                            + " by another run. Wait for it, or choose another folder with --out DIR."));
            try {
                if (lock.exclusive()) {
                    folder.recover(key.id());
                }
                return new TrialWriter(folder, lock, key, provenance, index::put);
            } catch (IOException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw ResultStoreException.writing(folder.trial(key.id()), e);
        }
    }

    /**
     * Every finished trial, completed or failed, by id.
     *
     * @throws ConfigurationException when one is of a newer version
     * @throws ResultStoreException when one is damaged
     */
    public List<StoredTrial> trials() {
        List<StoredTrial> trials = new ArrayList<>();
        for (Path path : folders()) {
            read(path).ifPresent(trials::add);
        }
        return trials;
    }

    /** The finished trial of this id, if there is one. */
    public Optional<StoredTrial> find(String id) {
        Path path = folder.trial(id);
        return Files.exists(path.resolve(StoreFolder.TRIAL_FILE)) ? read(path) : Optional.empty();
    }

    /**
     * Whether the trial is there, completed, and of this very plan point; a failed one, or one of the same id but other
     * settings, is to be run again.
     */
    public boolean contains(TrialKey key, JsonNode point) {
        JsonNode wanted = Json.canonical(point);
        return find(key.id())
                .filter(StoredTrial::completed)
                .filter(trial -> trial.info().key().equals(key))
                .filter(trial -> trial.info().provenance().scenario().point().equals(wanted))
                .isPresent();
    }

    /** A quick listing by id, from the index, which is first brought up to date. */
    public List<TrialRow> list() {
        return index.rows(folders(), this::trials);
    }

    /** Makes the index anew from the folders. */
    public void reindex() {
        index.rebuild(trials());
    }

    private List<Path> folders() {
        try {
            return folder.trials();
        } catch (IOException e) {
            throw ResultStoreException.reading(path(), e);
        }
    }

    /** Empty when the trial is being replaced at this moment. */
    private static Optional<StoredTrial> read(Path path) {
        try {
            return Optional.of(TrialReader.read(path));
        } catch (ResultStoreException e) {
            if (e.getCause() instanceof NoSuchFileException && !Files.exists(path)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void bringBackReplaced() {
        try {
            for (String id : folder.replacedIds()) {
                Optional<TrialLock> lock = TrialLock.tryAcquire(folder.lock(id));
                if (lock.isPresent()) {
                    try (TrialLock held = lock.get()) {
                        if (held.exclusive()) {
                            folder.recover(id);
                            LOG.info("cleared up after an interrupted run of {}", id);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw ResultStoreException.writing(path(), e);
        }
    }
}
