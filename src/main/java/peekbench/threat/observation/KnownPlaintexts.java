package peekbench.threat.observation;

import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Inputs that an attacker knows, beside what a client sent for them.
 *
 * @param inputs {@code [k, …]}, before any defense
 * @param sent {@code [k, …]}, after every defense, row by row of the same records
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record KnownPlaintexts(INDArray inputs, INDArray sent) {
    /** The number of pairs, k. */
    public int size() {
        return Math.toIntExact(inputs.size(0));
    }
}
