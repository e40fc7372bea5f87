package peekbench.result;

import com.fasterxml.jackson.annotation.JsonValue;
import org.apiguardian.api.API;

/** How a trial ended. A trial that was interrupted has no status: it leaves nothing. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum TrialStatus {
    COMPLETED("completed"),
    /** Ended by an error; stays in every table, so that losing is reported too. */
    FAILED("failed");

    private final String label;

    TrialStatus(String label) {
        this.label = label;
    }

    /** The name in files and tables. */
    @JsonValue
    public String label() {
        return label;
    }
}
