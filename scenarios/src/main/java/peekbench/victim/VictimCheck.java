package peekbench.victim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import peekbench.result.StoreProblem;
import peekbench.result.file.DamagedFolder;
import peekbench.result.file.ResultStoreException;
import peekbench.result.file.WorkLock;

/** Holds the victims of a result folder to the hashes they were stored with, and repairs what it can. */
public final class VictimCheck {
    private final Path results;

    /** @param results the result folder */
    public VictimCheck(Path results) {
        this.results = results;
    }

    /**
     * All victims that are not as they should be; changes nothing. One that is being trained is none of them.
     *
     * @throws ResultStoreException when the folder cannot be read
     */
    public List<StoreProblem> problems() {
        Path all = results.resolve(VictimFolder.ALL);
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        List<StoreProblem> problems = new ArrayList<>();
        try (Stream<Path> folders = Files.list(all)) {
            folders.filter(Files::isDirectory)
                    .sorted()
                    .forEach(folder -> problem(new VictimFolder(folder)).ifPresent(problems::add));
        } catch (IOException e) {
            throw ResultStoreException.reading(all, e);
        }
        return problems;
    }

    private Optional<StoreProblem> problem(VictimFolder victim) {
        if (!victim.finished()) {
            return WorkLock.isHeld(results, lock(victim.path())).orElse(true)
                    ? Optional.empty()
                    : problem(StoreProblem.Kind.LEFTOVER, victim, "a run that died left a victim unfinished");
        }
        try {
            VictimInfo info = victim.info();
            if (info.format() != VictimInfo.FORMAT) {
                return problem(
                        StoreProblem.Kind.UNCHECKED,
                        victim,
                        "its format is " + info.format() + ", another Peekbench's");
            }
            victim.check(info);
            return Optional.empty();
        } catch (IOException e) {
            return problem(StoreProblem.Kind.DAMAGED, victim, e.getMessage() + "; trials that need it train it again");
        }
    }

    private static Optional<StoreProblem> problem(StoreProblem.Kind kind, VictimFolder victim, String text) {
        return Optional.of(new StoreProblem(kind, victim.path(), text));
    }

    /**
     * Moves damaged victims to {@code .damaged/} and clears away unfinished ones. What a run holds at this moment is left alone.
     *
     * @param problems as {@link #problems} found them
     * @return those that were set right
     * @throws ResultStoreException when the disk refuses
     */
    public List<StoreProblem> repair(List<StoreProblem> problems) {
        return problems.stream().filter(this::repaired).toList();
    }

    private boolean repaired(StoreProblem found) {
        Path folder = found.place();
        if (!found.kind().repairable() || !Files.isDirectory(folder)) {
            return false;
        }
        try (WorkLock lock = WorkLock.tryAcquire(results, lock(folder)).orElse(null)) {
            if (lock == null || !lock.alone()) {
                return false;
            }
            Optional<StoreProblem.Kind> now = kindNow(folder);
            if (now.filter(found.kind()::equals).isEmpty()) {
                return now.isEmpty();
            }
            if (found.kind() == StoreProblem.Kind.DAMAGED) {
                DamagedFolder.take(results, folder, lock(folder));
            } else {
                PathUtils.deleteDirectory(folder);
            }
            return true;
        } catch (IOException e) {
            throw ResultStoreException.writing(folder, e);
        }
    }

    /** While this process holds the lock: an unfinished victim is a leftover whoever asks. */
    private Optional<StoreProblem.Kind> kindNow(Path folder) {
        VictimFolder victim = new VictimFolder(folder);
        return victim.finished() ? problem(victim).map(StoreProblem::kind) : Optional.of(StoreProblem.Kind.LEFTOVER);
    }

    private static String lock(Path folder) {
        return VictimStore.lock(folder.getFileName().toString());
    }
}
