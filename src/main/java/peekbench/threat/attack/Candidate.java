package peekbench.threat.attack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.threat.observation.TargetSet;

/**
 * One strength of an attack.
 *
 * @param strength its name: {@code small}
 * @param parameters how many weights the attacker's network has
 * @param validationLoss mean squared error on the attacker's validation records
 * @param converged whether training ended because validation no longer improved
 * @param reconstructions {@code [N, C, H, W]} in [0, 1], or {@code [N, F]}, in the order of the smashed data
 * @param history losses an epoch
 * @param attacker the network that made the reconstructions; empty where none was trained, or none that works on its own
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Candidate(
        String strength,
        int parameters,
        double validationLoss,
        boolean converged,
        Map<TargetSet, INDArray> reconstructions,
        List<EpochLoss> history,
        Optional<TrainedAttacker> attacker) {
    public Candidate {
        reconstructions = Map.copyOf(reconstructions);
        history = List.copyOf(history);
    }

    /** A candidate without a network that could be kept. */
    public Candidate(
            String strength,
            int parameters,
            double validationLoss,
            boolean converged,
            Map<TargetSet, INDArray> reconstructions,
            List<EpochLoss> history) {
        this(strength, parameters, validationLoss, converged, reconstructions, history, Optional.empty());
    }

    /** The same with other reconstructions. */
    public Candidate with(Map<TargetSet, INDArray> others) {
        return new Candidate(strength, parameters, validationLoss, converged, others, history, attacker);
    }

    /**
     * Losses after one epoch of the attacker's training.
     *
     * @param epoch from 1
     * @param training mean over the epoch's batches
     * @param validation on the attacker's validation records
     */
    public record EpochLoss(int epoch, double training, double validation) {}
}
