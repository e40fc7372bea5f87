package peekbench.threat.observation;

import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a server does with smashed data that arrive while clients train. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@FunctionalInterface
public interface ServerBehavior {
    /** Follows the protocol. */
    ServerBehavior HONEST = (batch, honest) -> honest.get();

    /**
     * Answers a batch.
     *
     * @param batch what arrived
     * @param honest takes the step that the protocol asks of the server's own layers and gives its answer; need not be
     *     called
     * @return the gradient {@code [N, …]} that is returned, of the smashed data's shape
     */
    INDArray answer(ArrivedBatch batch, Supplier<INDArray> honest);
}
