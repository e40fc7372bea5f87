package peekbench.threat.observation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What came of a training in which the attacker was the server.
 *
 * @param batches that the server answered
 * @param looks what arrives of private records, in the order of batches; the last one is at the end of the training
 * @param detection by a client that stopped the training; empty when nobody did
 */
public record PlayedTraining(int batches, List<Look> looks, Optional<HijackDetection> detection) {
    public PlayedTraining {
        looks = List.copyOf(looks);
    }

    /** What arrives at the end of the training. */
    public Look last() {
        return looks.get(looks.size() - 1);
    }

    /**
     * The smashed data of private records at some time of the training, encoded by clients as they were then.
     *
     * @param batches that the server had answered; the clients had learned from all but one at which they stopped
     * @param smashed {@code [N, …]} by the private records that they belong to, after every defense
     */
    public record Look(int batches, Map<TargetSet, INDArray> smashed) {
        public Look {
            smashed = Map.copyOf(smashed);
        }
    }
}
