package peekbench.result;

import java.util.Optional;
import org.apiguardian.api.API;

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

    /** Of a victim that is kept. */
    public static VictimNote of(String key, long bytes, boolean reused) {
        return new VictimNote(Optional.of(key), bytes, reused, Optional.empty());
    }

    /** Of none, and why. */
    public static VictimNote none(String reason) {
        return new VictimNote(Optional.empty(), 0, false, Optional.of(reason));
    }
}
