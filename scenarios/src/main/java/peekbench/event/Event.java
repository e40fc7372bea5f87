package peekbench.event;

import java.time.Instant;
import org.apiguardian.api.API;

/** Something that happened in a run. {@link EventJson} writes it as a line and reads it again. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface Event permits RunEvent, TrialEvent, ProcessEvent {
    /** Version of the lines; it grows when one loses a key or a key changes its meaning. */
    int FORMAT = 1;

    /** When it happened. */
    Instant at();
}
