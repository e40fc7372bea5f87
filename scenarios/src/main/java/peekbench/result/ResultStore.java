package peekbench.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.problem.ConfigurationException;
import peekbench.result.file.ResultStoreException;
import peekbench.result.file.TrialLock;
import peekbench.result.file.WorkLock;
import peekbench.result.provenance.Provenance;

/**
 * A folder of trials. Safe for several threads and processes: each trial appears whole, by one rename.
 *
 * <p>Many trials are found more quickly with {@code peekbench.query.WorkspaceIndex}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class ResultStore {
    /** Version of the layout; a folder of a newer version is refused, never guessed at. */
    public static final int FORMAT = 2;

    /** Between two looks at a trial that another run is writing: locks of one process cannot be waited for. */
    private static final long WAIT_MILLISECONDS = 200;

    private static final Logger LOG = LoggerFactory.getLogger(ResultStore.class);

    private final StoreFolder folder;

    private ResultStore(StoreFolder folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder to write to, making it if need be.
     *
     * @throws ConfigurationException when it cannot be made or written, or holds something else than results
     */
    public static ResultStore open(Path path) {
        checkNamed(path);
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
        checkNamed(path);
        if (!Files.isDirectory(path)) {
            throw new ConfigurationException("There is no result folder at " + path
                    + ". Run a scenario first, or name the folder that its run printed at the end.");
        }
        return new ResultStore(new StoreFolder(path));
    }

    /** An empty path is the working directory, which nobody who left out a name means. */
    private static void checkNamed(Path path) {
        if (path.toString().isEmpty()) {
            throw new ConfigurationException(
                    "The result folder's name is empty. Name a folder with --out DIR; the working"
                            + " directory is called \".\".");
        }
    }

    /** Whether a folder says of itself that it is one of results. */
    public static boolean isMarked(Path path) {
        return Files.isRegularFile(path.resolve(StoreMarker.FILE));
    }

    /** The folder itself. */
    public Path path() {
        return folder.root();
    }

    /**
     * Where the trials of a plan are or will be, found in one pass over the folder. What is complete is told by settings and
     * seed, not by name. A trial is stored as the plan names it while no trial of its seed group in this folder has other
     * settings; else the group's name has the first digits of the hash of the settings behind it.
     *
     * @return one for each wanted trial, in their order
     */
    public List<PlacedTrial> place(List<WantedTrial> wanted) {
        try {
            List<SeedGroups.Occupant> occupants = new ArrayList<>(PlaceClaim.ofOthers(folder, wanted));
            for (Path path : folders()) {
                occupant(path).ifPresent(occupants::add);
            }
            return new SeedGroups(occupants).place(wanted);
        } catch (IOException e) {
            throw ResultStoreException.reading(path(), e);
        }
    }

    /**
     * The same, for who writes them: the names stay theirs until the claim is closed.
     *
     * @throws ResultStoreException when the disk refuses
     */
    public PlaceClaim claim(List<WantedTrial> wanted) {
        try {
            return WorkLock.holding(path(), "names", alone -> {
                PlaceClaim.removeDead(folder);
                return PlaceClaim.of(folder, wanted, place(wanted));
            });
        } catch (IOException e) {
            throw ResultStoreException.writing(path(), e);
        }
    }

    /** Empty for a damaged one, whose place its trial may take. */
    private static Optional<SeedGroups.Occupant> occupant(Path path) {
        String id = path.getFileName().toString();
        try {
            TrialInfo info = TrialReader.info(path);
            return Optional.of(new SeedGroups.Occupant(
                    id, info.key().group(), Optional.of(info.work()), info.status() == TrialStatus.COMPLETED));
        } catch (ConfigurationException e) {
            return Optional.of(
                    new SeedGroups.Occupant(id, id.replaceFirst("-seed-?[0-9]+$", ""), Optional.empty(), false));
        } catch (ResultStoreException e) {
            return Optional.empty();
        }
    }

    /**
     * Starts writing a trial, whether or not it is complete.
     *
     * @throws ConfigurationException when another run is writing it at this moment, or the name belongs to other settings
     * @throws ResultStoreException when the disk refuses
     * @see #begin(TrialKey, Provenance, Existing)
     */
    public TrialWriter begin(TrialKey key, Provenance provenance) {
        if (begin(key, provenance, Existing.REPLACE) instanceof Beginning.Writing begun) {
            return begun.writer();
        }
        throw new ConfigurationException("Trial " + key.id() + " is being written to " + path()
                + " by another run. Wait for it, or choose another folder with --out DIR.");
    }

    /**
     * Starts writing a trial, clearing away what interrupted runs of it left. An earlier result of it stays until the new one
     * is complete; a failed one does not take the place of a complete one.
     *
     * @param key with the name that {@link #place} gave it
     * @param existing what becomes of the trial when it is complete already
     * @throws ConfigurationException when the name belongs to other settings, or to a newer Peekbench
     * @throws ResultStoreException when the disk refuses
     */
    public Beginning begin(TrialKey key, Provenance provenance, Existing existing) {
        try {
            Optional<TrialLock> lock = TrialLock.tryAcquire(folder.lock(key.id()));
            return lock.isEmpty() ? new Beginning.Elsewhere() : begin(lock.get(), key, provenance, existing);
        } catch (IOException e) {
            throw ResultStoreException.writing(folder.trial(key.id()), e);
        }
    }

    /**
     * The same, when another run that is writing the trial at this moment has ended with it.
     *
     * @return never {@link Beginning.Elsewhere}
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    public Beginning beginWaiting(TrialKey key, Provenance provenance, Existing existing) throws InterruptedException {
        Beginning beginning = begin(key, provenance, existing);
        while (beginning instanceof Beginning.Elsewhere) {
            Thread.sleep(WAIT_MILLISECONDS);
            beginning = begin(key, provenance, existing);
        }
        return beginning;
    }

    private Beginning begin(TrialLock lock, TrialKey key, Provenance provenance, Existing existing) throws IOException {
        TrialWork work = TrialWork.of(provenance.scenario().point(), key.seed());
        TrialPlace place = new TrialPlace(folder, lock, key, work);
        try {
            if (lock.exclusive()) {
                folder.recover(key.id());
            }
            Optional<StoredTrial> complete = place.present().filter(trial -> trial.completes(work));
            if (complete.isPresent() && existing == Existing.KEEP) {
                place.close();
                return new Beginning.Complete(complete.get());
            }
            TrialWriter writer = new TrialWriter(place, provenance);
            try {
                place.checkGroup();
            } catch (IOException | RuntimeException e) {
                writer.close();
                throw e;
            }
            return new Beginning.Writing(writer);
        } catch (IOException | RuntimeException e) {
            place.close();
            throw e;
        }
    }

    /** Every finished trial that can be read, completed or failed, by id; {@link #read} has the others too. */
    public List<StoredTrial> trials() {
        return read().trials();
    }

    /**
     * All that is in the folder.
     *
     * @throws ResultStoreException when the folder itself cannot be read
     */
    public StoredTrials read() {
        return read(folders());
    }

    /** So many of its finished trials that can be read, spread evenly over their names: for those to whom all are too many. */
    public List<StoredTrial> some(int most) {
        List<Path> all = folders();
        int step = Math.max(1, (all.size() + most - 1) / most);
        return read(IntStream.range(0, all.size())
                        .filter(at -> at % step == 0)
                        .mapToObj(all::get)
                        .toList())
                .trials();
    }

    private StoredTrials read(List<Path> paths) {
        List<StoredTrial> trials = new ArrayList<>();
        List<UnreadableTrial> unreadable = halves();
        for (Path path : paths) {
            try {
                read(path).ifPresent(trials::add);
            } catch (ConfigurationException | ResultStoreException e) {
                unreadable.add(new UnreadableTrial(path, reason(e)));
            }
        }
        return new StoredTrials(trials, unreadable);
    }

    /** The folders whose trial cannot even be told; quicker than {@link #read}. */
    public List<UnreadableTrial> unreadable() {
        List<UnreadableTrial> unreadable = halves();
        for (Path path : folders()) {
            try {
                TrialReader.info(path);
            } catch (ConfigurationException | ResultStoreException e) {
                unreadable.add(new UnreadableTrial(path, reason(e)));
            }
        }
        return unreadable;
    }

    private List<UnreadableTrial> halves() {
        try {
            return new ArrayList<>(folder.halves().stream()
                    .map(
                            path -> new UnreadableTrial(
                                    path,
                                    path.resolve(StoreFolder.TRIAL_FILE)
                                            + " is missing: the folder was half deleted. Delete the rest, or run the trial again."))
                    .toList());
        } catch (IOException e) {
            throw ResultStoreException.reading(path(), e);
        }
    }

    static String reason(RuntimeException cause) {
        return Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    }

    /** The finished trial of this id, if there is one. */
    public Optional<StoredTrial> find(String id) {
        Path path = folder.trial(id);
        return Files.exists(path.resolve(StoreFolder.TRIAL_FILE)) ? read(path) : Optional.empty();
    }

    /** The last failed attempt at a trial, which is beside its complete result where there is one. */
    public Optional<StoredTrial> findFailed(String id) {
        return find(id).filter(trial -> !trial.completed()).or(() -> {
            Path beside = folder.failed(id);
            return Files.exists(beside.resolve(StoreFolder.TRIAL_FILE)) ? read(beside) : Optional.empty();
        });
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
