package peekbench.victim;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.data.Sha256;
import peekbench.data.catalogue.CacheFolder;
import peekbench.result.VictimNote;
import peekbench.result.file.AtomicFile;
import peekbench.result.file.Json;
import peekbench.result.file.Npz;
import peekbench.result.file.ResultStoreException;
import peekbench.result.file.WorkLock;
import peekbench.training.TrainingRecord;

/**
 * The victims of a result folder, in {@code .victims/KEY/}: {@code victim.npz} with everything that the views of a training
 * depend on, and {@code victim.json}, which says what it is and is written last. The key is the hash of all that the
 * training depends on, so whoever has equal settings need not train. Victims of the result folders beside this one are taken
 * over. Safe for several threads and processes: one trains, those who need the same victim wait.
 *
 * <p>A victim that is damaged is named in the log and trained again; one that cannot be written costs time only.
 */
public final class VictimStore {
    private static final Logger LOG = LoggerFactory.getLogger(VictimStore.class);
    private static final int DIGITS_OF_LOCKS = 2;

    private final Path results;
    private final Map<String, Lock> locks = new ConcurrentHashMap<>();

    /** @param results the result folder */
    public VictimStore(Path results) {
        this.results = results;
    }

    /**
     * What a training made.
     *
     * @param made whatever the training gave
     * @param note what became of its victim
     */
    public record Trained<T>(T made, VictimNote note) {}

    /**
     * Trains, or plays back what was trained before.
     *
     * @param dependencies all that the training depends on
     * @param looks epochs after which the network is looked at; 0 before the first
     * @param training what to do with the record: a protocol that is handed it trains, or plays it back
     */
    public <T> Trained<T> train(JsonNode dependencies, Set<Integer> looks, Function<TrainingRecord, T> training) {
        ContentKey key = ContentKey.of(dependencies);
        Lock own = locks.computeIfAbsent(key.hash(), any -> new ReentrantLock());
        own.lock();
        try {
            return afterNeighbours(
                    key,
                    any -> WorkLock.holding(results, lock(key.hash()), alone -> {
                        if (alone) {
                            AtomicFile.removeLeftovers(
                                    VictimFolder.of(results, key).path(), leftover -> true);
                        }
                        return trained(key, dependencies, looks, training);
                    }));
        } catch (IOException e) {
            LOG.warn("No victim is kept in {}: {}", results, e.getMessage());
            return new Trained<>(
                    training.apply(TrainingRecord.none()),
                    VictimNote.none("It could not be written: " + e.getMessage()));
        } finally {
            own.unlock();
        }
    }

    /**
     * Does work when no process trains this victim for a result folder beside this one, from which it can then be taken over. A
     * few locks in the cache folder serve all victims; where that cannot be written, neighbours do not wait for each other.
     */
    private <T> T afterNeighbours(ContentKey key, WorkLock.Work<T> work) throws IOException {
        Path cache = CacheFolder.path();
        try {
            Files.createDirectories(cache);
        } catch (IOException e) {
            LOG.debug("{} holds no locks", cache, e);
        }
        if (!Files.isWritable(cache)) {
            return work.make(false);
        }
        Sha256 digest = new Sha256();
        String parent = String.valueOf(results.toAbsolutePath().normalize().getParent());
        digest.update((parent + " " + key.hash()).getBytes(StandardCharsets.UTF_8));
        String lock = HexFormat.of().formatHex(digest.finish()).substring(0, DIGITS_OF_LOCKS);
        return WorkLock.holding(cache, "victims-" + lock, work);
    }

    private <T> Trained<T> trained(
            ContentKey key, JsonNode dependencies, Set<Integer> looks, Function<TrainingRecord, T> training) {
        Optional<Found> found = find(key);
        if (found.isPresent()) {
            VictimInfo info = found.get().info();
            T made = training.apply(found.get().record());
            return new Trained<>(made, VictimNote.of(key.hash(), info.bytes(), true));
        }
        TrainingRecord record = TrainingRecord.ofNext(looks);
        T made = training.apply(record);
        return new Trained<>(made, keep(key, dependencies, looks, record));
    }

    /** A victim that is whole. */
    private record Found(VictimInfo info, TrainingRecord record) {}

    /**
     * A victim that is kept in this folder or one beside it, to be played back; empty where there is none, or it is damaged.
     *
     * @param key as a trial's {@code victim.json} names it
     */
    public Optional<TrainingRecord> kept(ContentKey key) {
        return find(key).map(Found::record);
    }

    private Optional<Found> find(ContentKey key) {
        Optional<Found> own = read(results, key);
        return own.isPresent() ? own : takenOver(key);
    }

    private Optional<Found> takenOver(ContentKey key) {
        Path parent = results.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            return Optional.empty();
        }
        try (Stream<Path> beside = Files.list(parent)) {
            for (Path other : beside.sorted().toList()) {
                VictimFolder folder = VictimFolder.of(other, key);
                if (folder.finished() && read(other, key).isPresent()) {
                    takeOver(folder, VictimFolder.of(results, key));
                    return read(results, key);
                }
            }
        } catch (IOException | ResultStoreException e) {
            LOG.warn("Victims of the folders beside {} cannot be taken over: {}", results, e.getMessage());
        }
        return Optional.empty();
    }

    private static void takeOver(VictimFolder from, VictimFolder to) throws IOException {
        Files.createDirectories(to.path());
        Files.deleteIfExists(to.arrays());
        try {
            Files.createLink(to.arrays(), from.arrays());
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("{} is copied", from, e);
            AtomicFile.write(to.arrays(), file -> Files.copy(from.arrays(), file));
        }
        AtomicFile.write(to.description(), file -> Files.copy(from.description(), file));
    }

    private static Optional<Found> read(Path results, ContentKey key) {
        VictimFolder folder = VictimFolder.of(results, key);
        if (!folder.finished()) {
            return Optional.empty();
        }
        try {
            VictimInfo info = folder.info();
            if (info.format() != VictimInfo.FORMAT) {
                LOG.warn(
                        "{} has format {}, written by another Peekbench; it is trained again",
                        folder.path(),
                        info.format());
                return Optional.empty();
            }
            folder.check(info);
            return Optional.of(
                    new Found(info, TrainingRecord.finished(info.looks(), Npz.read(folder.arrays()), info.epochs())));
        } catch (IOException | ResultStoreException e) {
            LOG.warn("The victim {} is damaged and trained again: {}", folder.path(), e.getMessage());
            return Optional.empty();
        }
    }

    private VictimNote keep(ContentKey key, JsonNode dependencies, Set<Integer> looks, TrainingRecord record) {
        if (!record.refusals().isEmpty()) {
            return VictimNote.none(String.join(" ", record.refusals()));
        }
        VictimFolder folder = VictimFolder.of(results, key);
        try {
            Npz.write(folder.arrays(), record.arrays());
            long bytes = Files.size(folder.arrays());
            VictimInfo info = new VictimInfo(
                    VictimInfo.FORMAT, key.hash(), dependencies, looks, record.epochs(), bytes, folder.sha256());
            AtomicFile.write(folder.description(), file -> Files.write(file, Json.bytes(info)));
            return VictimNote.of(key.hash(), bytes, false);
        } catch (IOException | ResultStoreException e) {
            LOG.warn("The victim {} is not kept: {}", folder.path(), e.getMessage());
            return VictimNote.none("It could not be written: " + e.getMessage());
        }
    }

    /** Name of the lock under which a victim is made. */
    static String lock(String key) {
        return "victim-" + key;
    }
}
