package peekbench.result;

import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * A folder in a result folder that is, or was, a trial but cannot be read. It stops nothing.
 *
 * @param folder of the trial
 * @param reason why, with what to do
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record UnreadableTrial(Path folder, String reason) {}
