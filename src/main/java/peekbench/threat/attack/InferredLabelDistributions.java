package peekbench.threat.attack;

import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What share of each class every client's records are said to have.
 *
 * @param distributions {@code [clients, classes]} float64, rows of numbers of at least 0 that sum to 1, in the order of the clients'
 *     numbers
 * @param validationError mean total variation distance to the distributions of clients that the attacker simulated
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record InferredLabelDistributions(INDArray distributions, double validationError) implements AttackOutcome {
    @Override
    public <R> R accept(Reader<R> reader) {
        return reader.inferredLabelDistributions(this);
    }
}
