package peekbench.channel;

import org.apiguardian.api.API;

/** Sees every message that passes, before it is delivered. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@FunctionalInterface
public interface Tap {
    /** Takes note of a message; copies the arrays it keeps. */
    void passed(Envelope envelope);
}
