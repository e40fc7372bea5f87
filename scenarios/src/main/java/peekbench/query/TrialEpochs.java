package peekbench.query;

import java.util.List;
import org.apiguardian.api.API;
import peekbench.result.EpochMetrics;

/**
 * How the training of one trial went.
 *
 * @param folder its result folder, below the workspace
 * @param id the trial
 * @param epochs in order
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TrialEpochs(String folder, String id, List<EpochMetrics> epochs) {
    public TrialEpochs {
        epochs = List.copyOf(epochs);
    }
}
