package peekbench.result;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import peekbench.problem.ConfigurationException;
import peekbench.result.file.DamagedFolder;
import peekbench.result.file.FileHashes;
import peekbench.result.file.ResultStoreException;
import peekbench.result.file.TemporaryName;
import peekbench.result.record.ReconstructionFiles;

/**
 * The names in a result folder, and the moves between them.
 *
 * <p>{@code ID/} is a finished trial, {@code .tmp-ID~SETTINGS~UNIQUE/} one being written, {@code .old-ID~UNIQUE/} one being
 * replaced by a newer run of itself, {@code .locks/ID} who may touch these. Whoever holds the lock of an id knows that
 * every temporary folder of it belongs to a run that died. {@code .damaged/ID~UNIQUE} was in the way of a trial and could
 * not be read, {@code .failed/ID} is the last failed attempt to replace a complete trial.
 */
record StoreFolder(Path root) {
    static final String TRIAL_FILE = "trial.json";
    static final String TIMES_FILE = "times.json";
    static final String METRICS_FILE = "metrics.jsonl";
    static final String SCORES_FILE = "scores.json";
    static final String VICTIM_FILE = "victim.json";
    static final String ROC_FILE = "roc.csv";
    private static final String REPLACED = ".old-";
    private static final String LOCKS = ".locks";
    private static final String FAILED = ".failed";
    private static final String WRITABLE = ".writable";
    private static final String SEED = "-seed";

    /** The folder, made if need be and known to be writable. */
    static StoreFolder writable(Path root) {
        try {
            Files.createDirectories(root);
            StoreMarker.mark(root);
            Files.write(root.resolve(WRITABLE), new byte[0]);
            Files.deleteIfExists(root.resolve(WRITABLE));
            new StoreFolder(root).makeLocks();
        } catch (FileAlreadyExistsException e) {
            throw new ConfigurationException("The output folder " + root + " cannot be made: there is a file at "
                    + e.getFile() + ". Choose another folder with --out DIR.");
        } catch (IOException e) {
            throw new ConfigurationException("The output folder " + root + " cannot be written: "
                    + ResultStoreException.reason(e)
                    + ". Choose another folder with --out DIR, free some space or allow this user to write there.");
        }
        return new StoreFolder(root);
    }

    void makeLocks() throws IOException {
        Files.createDirectories(root.resolve(LOCKS));
    }

    Path trial(String id) {
        return root.resolve(id);
    }

    /** Where a failed attempt at a trial goes that is complete. */
    Path failed(String id) {
        return root.resolve(FAILED).resolve(id);
    }

    Path lock(String id) {
        return root.resolve(LOCKS).resolve(id);
    }

    /** Locks whose names begin so. */
    List<Path> locks(String beginning) throws IOException {
        if (!Files.isDirectory(root.resolve(LOCKS))) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(root.resolve(LOCKS))) {
            return all.filter(lock -> lock.getFileName().toString().startsWith(beginning))
                    .sorted()
                    .toList();
        }
    }

    /** A new empty folder for a trial that is being written. */
    Path makeTemporary(String id, TrialWork work) throws IOException {
        return Files.createDirectory(root.resolve(TemporaryName.of(id + "~" + work.shortSettings())));
    }

    /** Folders of finished trials of a seed group. */
    List<Path> trialsOf(String group) throws IOException {
        return trials().stream()
                .filter(trial -> isOf(group, trial.getFileName().toString()))
                .toList();
    }

    /** Ids of a seed group that are being written, or were by a run that died, with other settings than these. */
    List<String> writtenWithOtherSettings(String group, TrialWork work) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.startsWith(TemporaryName.BEGINNING))
                    .map(name ->
                            name.substring(TemporaryName.BEGINNING.length()).split("~"))
                    .filter(parts -> parts.length > 2 && !parts[1].equals(work.shortSettings()))
                    .map(parts -> parts[0])
                    .filter(id -> isOf(group, id))
                    .distinct()
                    .toList();
        }
    }

    private static boolean isOf(String group, String id) {
        return id.startsWith(group + SEED)
                && id.substring(group.length() + SEED.length()).matches("-?[0-9]+");
    }

    /** Folders of complete trials, by name. */
    List<Path> trials() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .filter(entry -> Files.isRegularFile(entry.resolve(TRIAL_FILE)))
                    .sorted()
                    .toList();
        }
    }

    /** Folders that have files of a trial, but not the one that says which; by name. */
    List<Path> halves() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .filter(entry -> !Files.exists(entry.resolve(TRIAL_FILE)))
                    .filter(entry -> Stream.of(
                                    METRICS_FILE, SCORES_FILE, TIMES_FILE, FileHashes.FILE, ReconstructionFiles.FOLDER)
                            .anyMatch(name -> Files.exists(entry.resolve(name))))
                    .sorted()
                    .toList();
        }
    }

    /** Ids of which an older run was moved aside and perhaps never replaced. */
    List<String> replacedIds() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.startsWith(REPLACED) && name.indexOf('~') > REPLACED.length())
                    .map(name -> name.substring(REPLACED.length(), name.lastIndexOf('~')))
                    .distinct()
                    .toList();
        }
    }

    /** Ids of which there are hidden folders of runs that died, or are going on. */
    List<String> leftoverIds() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> name.startsWith(TemporaryName.BEGINNING) || name.startsWith(REPLACED))
                    .map(name -> name.substring(TemporaryName.BEGINNING.length()))
                    .filter(name -> name.indexOf('~') > 0)
                    .map(name -> name.substring(0, name.indexOf('~')))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** Moves something that is no readable trial out of a trial's way; it is never deleted. */
    Path setAside(String id) throws IOException {
        return DamagedFolder.take(root, trial(id), id);
    }

    /** Keeps a failed attempt to replace a complete trial, in place of the last one. */
    Path publishFailed(Path temporary, String id) throws IOException {
        Path target = failed(id);
        Files.createDirectories(target.getParent());
        if (Files.exists(target)) {
            PathUtils.deleteDirectory(target);
        }
        return Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Puts a finished folder in place; an older run of the same trial goes only when the new one is there. */
    Path publish(Path temporary, String id) throws IOException {
        Path target = trial(id);
        if (!Files.exists(target)) {
            return Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        }
        Path replaced = root.resolve(REPLACED + id + TemporaryName.unique());
        Files.move(target, replaced, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(replaced, target, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        try {
            PathUtils.deleteDirectory(replaced);
        } catch (IOException e) {
            // The new one is in its place, and the next run of the trial removes the old one.
            return target;
        }
        return target;
    }

    /** Clears away what dead runs of this trial left, and brings back a result that they had moved aside. */
    void recover(String id) throws IOException {
        for (Path replaced : leftovers(REPLACED + id + "~")) {
            bringBack(replaced, id);
        }
        for (Path temporary : leftovers(TemporaryName.BEGINNING + id + "~")) {
            PathUtils.deleteDirectory(temporary);
        }
    }

    /** What was moved aside goes only when its successor is there and sound. */
    private void bringBack(Path replaced, String id) throws IOException {
        if (!Files.exists(trial(id))) {
            Files.move(replaced, trial(id), StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        try {
            TrialReader.read(trial(id));
            PathUtils.deleteDirectory(replaced);
        } catch (ConfigurationException e) {
            return; // a newer Peekbench knows what to make of the two
        } catch (ResultStoreException e) {
            setAside(id);
            Files.move(replaced, trial(id), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private List<Path> leftovers(String prefix) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }
}
