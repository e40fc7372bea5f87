package peekbench.threat.view;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.Transcript;

/**
 * A curious server that can also have inputs of its choice encoded by the clients' layers, for example because it may join as a
 * client.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Role(
        value = "a curious server that can have inputs encoded",
        sees = "the smashed data that leave the clients, and what becomes of inputs of its own")
public final class QueryingServerView implements ServerView {
    private static final int PROBED = 32;

    private final SmashedObservation observation;
    private final Query query;
    private final Transcript<QueryingServerView> transcript;

    /** What a client's layers and every defense make of inputs. */
    @FunctionalInterface
    public interface Query {
        /**
         * Encodes.
         *
         * @param client its number
         * @param inputs {@code [N, …]}
         * @return {@code [N, …]}
         */
        INDArray encode(int client, INDArray inputs);
    }

    /**
     * A server of clients that all have the same layers.
     *
     * @param observation what it received
     * @param client what the clients' layers and every defense make of inputs {@code [N, …]}
     */
    public QueryingServerView(SmashedObservation observation, UnaryOperator<INDArray> client) {
        this(observation, (any, inputs) -> client.apply(inputs), Transcript.none());
    }

    /**
     * @param observation what it received
     * @param query has inputs encoded
     * @param transcript what it saw at earlier epochs of records that were trained on, when it had inputs encoded too
     */
    public QueryingServerView(SmashedObservation observation, Query query, Transcript<QueryingServerView> transcript) {
        this.observation = observation;
        this.query = query;
        this.transcript = transcript;
    }

    @Override
    public SmashedObservation observation() {
        return observation;
    }

    @Override
    public Transcript<QueryingServerView> transcript() {
        return transcript;
    }

    /** The smashed data {@code [N, …]} that the tested client makes of inputs {@code [N, …]}, after every defense. */
    public INDArray query(INDArray inputs) {
        return query(observation.senders().tested(), inputs);
    }

    /**
     * The smashed data {@code [N, …]} that a client makes of inputs {@code [N, …]}, after every defense. The server knows from
     * whom a message came, so it asks the client whose message it attacks.
     *
     * @param client its number, as in {@link #bySender}
     */
    public INDArray query(int client, INDArray inputs) {
        return query.encode(client, inputs);
    }

    /**
     * Whether a client may answer the same inputs in more than one way, as where a defense draws random numbers; some are asked
     * twice. Then whoever asks again learns more.
     *
     * @param client its number
     * @param inputs {@code [N, …]}
     */
    public boolean answersDiffer(int client, INDArray inputs) {
        INDArray some = inputs.get(NDArrayIndex.interval(0, Math.min(PROBED, inputs.size(0))))
                .dup('c');
        return !Arrays.equals(bits(query(client, some)), bits(query(client, some)));
    }

    /** Arrays call themselves equal within 1e-5, so identity is asked of their bits. */
    private static byte[] bits(INDArray array) {
        return array.dup('c').data().asBytes();
    }
}
