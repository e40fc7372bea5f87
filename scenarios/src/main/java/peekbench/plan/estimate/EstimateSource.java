package peekbench.plan.estimate;

import com.fasterxml.jackson.annotation.JsonValue;
import org.apiguardian.api.API;

/** What an estimate is from; the first is the surest. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum EstimateSource {
    /** Finished trials of the same settings with other seeds. */
    SAME_SETTINGS("finished trials of the same settings"),
    /** Finished trials of the same protocol, model and data sizes, scaled by epochs. */
    LIKE_IT("finished trials like it"),
    /** Operations that were counted, and the machine's measured speed. */
    COUNTED("counted operations");

    private final String label;

    EstimateSource(String label) {
        this.label = label;
    }

    /** In words, for a person. */
    @JsonValue
    public String label() {
        return label;
    }
}
