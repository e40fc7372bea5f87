package peekbench.threat.observation;

import java.util.Optional;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Smashed data of a batch as they arrive at a server. The arrays belong to their senders: they are not written to, and who
 * keeps one copies it.
 *
 * @param smashed {@code [N, …]}, after every defense
 * @param targets {@code [N, outputs]} as the client sent them; empty where clients keep their labels
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record ArrivedBatch(INDArray smashed, Optional<INDArray> targets) {}
