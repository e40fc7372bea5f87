package peekbench.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.problem.ConfigurationException;
import peekbench.result.file.FileHashes;
import peekbench.result.file.ResultStoreException;
import peekbench.result.file.TrialLock;

/** Checks a result folder file by file against the hashes that its trials were stored with, and repairs what it can. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class StoreCheck {
    private final StoreFolder folder;

    private StoreCheck(StoreFolder folder) {
        this.folder = folder;
    }

    /**
     * A check of a folder.
     *
     * @throws ConfigurationException when there is none, or it holds something else than results
     */
    public static StoreCheck of(Path path) {
        Path root = ResultStore.openExisting(path).path();
        try {
            if (!StoreMarker.isOurs(root)) {
                throw new ConfigurationException("The folder " + root
                        + " holds no results of Peekbench. Name the folder that" + " a run printed at its end.");
            }
        } catch (IOException e) {
            throw ResultStoreException.reading(root, e);
        }
        return new StoreCheck(new StoreFolder(root));
    }

    /**
     * All that is not as it should be; changes nothing.
     *
     * @throws ResultStoreException when the folder cannot be read
     */
    public List<StoreProblem> problems() {
        List<StoreProblem> problems = new ArrayList<>();
        Path root = folder.root();
        try {
            if (!Files.exists(root.resolve(StoreMarker.FILE))) {
                problems.add(new StoreProblem(
                        StoreProblem.Kind.UNMARKED,
                        root,
                        StoreMarker.FILE + " is missing; it is of before there was one"));
            }
            for (Path trial : folder.trials()) {
                problem(trial).ifPresent(problems::add);
            }
            for (Path half : folder.halves()) {
                problems.add(new StoreProblem(
                        StoreProblem.Kind.DAMAGED, half, StoreFolder.TRIAL_FILE + " is missing; it was half deleted"));
            }
            for (String id : folder.leftoverIds()) {
                if (abandoned(id)) {
                    problems.add(new StoreProblem(
                            StoreProblem.Kind.LEFTOVER, folder.trial(id), "a run of it that died left hidden folders"));
                }
            }
        } catch (IOException e) {
            throw ResultStoreException.reading(root, e);
        }
        return problems;
    }

    private static Optional<StoreProblem> problem(Path trial) {
        try {
            TrialReader.read(trial);
            return FileHashes.exist(trial)
                    ? problem(trial, FileHashes.differences(trial))
                    : Optional.of(new StoreProblem(
                            StoreProblem.Kind.UNCHECKED,
                            trial,
                            FileHashes.FILE + " is missing: trials of format 1 were stored without hashes"));
        } catch (ConfigurationException e) {
            return Optional.of(new StoreProblem(StoreProblem.Kind.UNCHECKED, trial, ResultStore.reason(e)));
        } catch (ResultStoreException e) {
            return Optional.of(new StoreProblem(StoreProblem.Kind.DAMAGED, trial, ResultStore.reason(e)));
        } catch (IOException e) {
            return Optional.of(new StoreProblem(StoreProblem.Kind.DAMAGED, trial, "a file cannot be read: " + e));
        }
    }

    private static Optional<StoreProblem> problem(Path trial, FileHashes.Differences differences) {
        if (!differences.damage().isEmpty()) {
            return Optional.of(new StoreProblem(StoreProblem.Kind.DAMAGED, trial, differences.text()));
        }
        return differences.added().isEmpty()
                ? Optional.empty()
                : Optional.of(new StoreProblem(StoreProblem.Kind.ADDED, trial, differences.text()));
    }

    /** A running trial holds its lock; where that cannot be said it may be running. */
    private boolean abandoned(String id) {
        return !TrialLock.isHeld(folder.lock(id)).orElse(true);
    }

    /**
     * Sets right what was found: moves damaged trials to {@code .damaged/} below the folder, where they stay, clears leftovers
     * away and marks the folder. What is being written at this moment is left alone.
     *
     * @param problems as {@link #problems} found them
     * @return those that were set right
     * @throws ResultStoreException when the disk refuses
     */
    public List<StoreProblem> repair(List<StoreProblem> problems) {
        List<StoreProblem> repaired = new ArrayList<>();
        for (StoreProblem problem : problems) {
            try {
                if (repair(problem)) {
                    repaired.add(problem);
                }
            } catch (IOException e) {
                throw ResultStoreException.writing(problem.place(), e);
            }
        }
        return repaired;
    }

    private boolean repair(StoreProblem problem) throws IOException {
        String id = String.valueOf(problem.place().getFileName());
        return switch (problem.kind()) {
            case UNCHECKED, ADDED -> false;
            case UNMARKED -> {
                StoreMarker.write(folder.root());
                yield true;
            }
            case DAMAGED -> locked(id, () -> setAside(id));
            case LEFTOVER -> locked(id, () -> folder.recover(id));
        };
    }

    /** Unless another run has replaced it since it was looked at. */
    private void setAside(String id) throws IOException {
        Path trial = folder.trial(id);
        boolean damaged = Files.exists(trial)
                && (!Files.exists(trial.resolve(StoreFolder.TRIAL_FILE))
                        || problem(trial)
                                .filter(problem -> problem.kind() == StoreProblem.Kind.DAMAGED)
                                .isPresent());
        if (damaged) {
            folder.setAside(id);
        }
    }

    private boolean locked(String id, Action action) throws IOException {
        folder.makeLocks();
        Optional<TrialLock> lock = TrialLock.tryAcquire(folder.lock(id));
        if (lock.isEmpty()) {
            return false;
        }
        try (TrialLock held = lock.get()) {
            if (!held.exclusive()) {
                return false;
            }
            action.run();
            return true;
        }
    }

    @FunctionalInterface
    private interface Action {
        void run() throws IOException;
    }
}
