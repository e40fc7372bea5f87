package peekbench.result;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.result.file.Json;

/**
 * What a trial says of its victim, in {@code victim.json} of its folder.
 *
 * @param key names the folder of the victim in {@code .victims}; empty where none is kept
 * @param bytes that it takes there
 * @param reused whether it was trained for an earlier trial, and played back in this one
 * @param reason why none is kept, where one was asked for
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record VictimNote(Optional<String> key, long bytes, boolean reused, Optional<String> reason) {

    /**
     * Of a stored trial; empty where it says nothing of a victim, as trials of format 1 do, or where what it says is damaged.
     *
     * @param trial its folder
     */
    public static Optional<VictimNote> in(Path trial) {
        Path file = trial.resolve(StoreFolder.VICTIM_FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(file, new TypeReference<VictimNote>() {}))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Of a victim that is kept. */
    public static VictimNote of(String key, long bytes, boolean reused) {
        return new VictimNote(Optional.of(key), bytes, reused, Optional.empty());
    }

    /** Of none, and why. */
    public static VictimNote none(String reason) {
        return new VictimNote(Optional.empty(), 0, false, Optional.of(reason));
    }
}
