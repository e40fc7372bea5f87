package peekbench.engine;

import org.apiguardian.api.API;

/** What runs trials is gone or cannot be reached, through no fault of a trial; what was complete is stored. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
