package peekbench.threat.defense;

import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Hides what a client sends to an aggregator so that only the sum over all clients of a roster can be read. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface UpdateMasking {

    /**
     * The client's part of the sum {@code Σ weight values}.
     *
     * @param values {@code [L]} float32 or float64
     * @param weight of the client, public
     * @param roster whose updates are added up, this client among them
     * @return {@code [L]} int64, numbers of the ring of integers modulo 2^64
     * @throws IllegalStateException when values are too large for the ring
     */
    INDArray mask(INDArray values, int weight, SumRoster roster);

    /**
     * The numbers that a sum of the whole roster stands for.
     *
     * @param sum {@code [L]} int64, added modulo 2^64
     * @return {@code [L]} float64
     */
    INDArray read(INDArray sum);
}
