package peekbench.threat.defense;

import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a defense adds to the client's loss.
 *
 * @param statistic the measured quantity without its weight, for the records: NoPeek's distance correlation
 * @param gradient {@code [N, …]}, of the weighted term with respect to the smashed data
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record LossTerm(double statistic, INDArray gradient) {}
