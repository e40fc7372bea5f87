package peekbench.result.kept;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.result.file.Json;
import peekbench.result.file.ResultStoreException;
import peekbench.result.record.ReconstructionFiles.Values;

/**
 * What {@code own.json} says of images that somebody sent through a trial's client later, and of what stored attackers made
 * of them. Files are beside it. No score of a trial knows of them.
 *
 * @param files the images' names, in the order of the arrays
 * @param originals NumPy array of float32, {@code [n, C, H, W]}, as the client got them
 * @param smashed NumPy array of float32, {@code [n, …]}, what left the client after every defense
 * @param made what each attacker made of it
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record OwnImages(List<String> files, String originals, String smashed, List<Made> made) {
    /** The folder in a trial's that holds them. */
    public static final String FOLDER = "own";

    static final String FILE = "own.json";

    public OwnImages {
        files = List.copyOf(files);
        made = List.copyOf(made);
    }

    /**
     * What one attacker made of them.
     *
     * @param attack as scores call it
     * @param strength which of its candidates that is
     * @param reconstructions NumPy array of float32, as the originals
     * @param values a vector of scores a metric
     * @param sheet PNG of all pairs
     */
    public record Made(String attack, String strength, String reconstructions, List<Values> values, String sheet) {
        public Made {
            values = List.copyOf(values);
        }
    }

    /**
     * Those of a trial; empty where nobody sent any.
     *
     * @param trial its folder
     * @throws ResultStoreException when the file that says it is damaged
     */
    public static Optional<OwnImages> of(Path trial) {
        Path file = trial.resolve(FOLDER).resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(file, new TypeReference<OwnImages>() {}));
        } catch (IOException e) {
            throw ResultStoreException.reading(file, e);
        }
    }
}
