package peekbench.victim;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.evaluation.Score;
import peekbench.result.file.AtomicFile;
import peekbench.result.file.Json;
import peekbench.result.file.ResultStoreException;
import peekbench.result.file.WorkLock;

/**
 * Scores that the trials of a result folder have in common, in {@code .shared/HASH.json}: each is computed by whichever
 * process needs it first and read by the others, now and in later runs. A file that cannot be read is named in the log and
 * written anew; one that cannot be written costs time only.
 */
public final class KeptScores {
    private static final Logger LOG = LoggerFactory.getLogger(KeptScores.class);
    private static final String FOLDER = ".shared";
    private static final TypeReference<List<Score>> SCORES = new TypeReference<>() {};

    private final Path results;

    /** @param results the result folder */
    public KeptScores(Path results) {
        this.results = results;
    }

    /**
     * The scores, unless another process is computing them.
     *
     * @param dependencies all that they depend on
     * @param scores computes them
     */
    public Optional<List<Score>> unlessInTheMaking(JsonNode dependencies, Supplier<List<Score>> scores) {
        ContentKey key = ContentKey.of(dependencies);
        Optional<List<Score>> kept = read(key);
        if (kept.isPresent()) {
            return kept;
        }
        try (WorkLock lock = WorkLock.tryAcquire(results, lock(key)).orElse(null)) {
            return lock == null ? Optional.empty() : Optional.of(made(key, lock.alone(), scores));
        } catch (IOException e) {
            return Optional.of(unkept(e, scores));
        }
    }

    /** The same; when another process is computing them, as soon as it is done. */
    public List<Score> of(JsonNode dependencies, Supplier<List<Score>> scores) {
        ContentKey key = ContentKey.of(dependencies);
        try {
            return WorkLock.holding(results, lock(key), alone -> made(key, alone, scores));
        } catch (IOException e) {
            return unkept(e, scores);
        }
    }

    /** Whoever held the lock before may have left them. */
    private List<Score> made(ContentKey key, boolean alone, Supplier<List<Score>> scores) {
        return read(key).orElseGet(() -> {
            List<Score> fresh = scores.get();
            try {
                if (alone) {
                    AtomicFile.removeLeftovers(
                            results.resolve(FOLDER), file(key).getFileName().toString()::equals);
                }
                AtomicFile.write(file(key), file -> Files.write(file, Json.bytes(fresh)));
            } catch (ResultStoreException e) {
                LOG.warn("Scores that other trials need are not kept, which costs these some time: {}", e.getMessage());
            }
            return fresh;
        });
    }

    private Optional<List<Score>> read(ContentKey key) {
        Path file = file(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(file, SCORES));
        } catch (IOException e) {
            LOG.warn("{} is damaged and written anew: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static List<Score> unkept(IOException cause, Supplier<List<Score>> scores) {
        LOG.warn("Scores that other trials need are not kept, which costs these some time: {}", cause.getMessage());
        return scores.get();
    }

    private Path file(ContentKey key) {
        return results.resolve(FOLDER).resolve(key.hash() + ".json");
    }

    private static String lock(ContentKey key) {
        return "shared-" + key.hash();
    }
}
