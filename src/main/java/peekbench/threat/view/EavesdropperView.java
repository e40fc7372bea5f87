package peekbench.threat.view;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.KnownPlaintexts;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;

/**
 * Someone on an unencrypted wire between clients and the server, who follows what is sent and changes nothing. It has no
 * layers of either side and nothing encoded at will: of its own records only the first few come over the wire, in an order
 * that it cannot choose, for example because it is a patient of the clinic that is the client.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Role(
        value = "an eavesdropper on an unencrypted wire",
        sees = "what clients send to the server, as it crosses the wire")
public final class EavesdropperView implements AdversaryView {
    private final SmashedObservation observation;
    private final AuxiliaryData own;
    private final UnaryOperator<INDArray> client;

    /**
     * @param observation what passed on the wire
     * @param own records of the eavesdropper, in the order in which they are sent
     * @param client what the client's layers and every defense make of inputs {@code [N, …]}
     */
    EavesdropperView(SmashedObservation observation, AuxiliaryData own, UnaryOperator<INDArray> client) {
        this.observation = observation;
        this.own = own;
        this.client = client;
    }

    @Override
    public Precision precision() {
        return observation.precision();
    }

    /** The shape of one example of what is sent. */
    public Shape smashedShape() {
        return observation.smashedShape();
    }

    /** The private records that were sent. */
    public Set<TargetSet> targets() {
        return observation.targets();
    }

    /**
     * What was sent {@code [N, …]} for private records, after every defense.
     *
     * @throws IllegalArgumentException when none of these records were sent
     */
    public INDArray smashed(TargetSet targets) {
        return observation.of(targets);
    }

    /**
     * Inputs that the eavesdropper knows with what was sent for them: its own first records. Fewer are the first of more.
     *
     * @param count how many of its records were sent
     * @throws IllegalArgumentException unless {@code 1 <= count <=} the records that it owns
     */
    public KnownPlaintexts knownPlaintexts(int count) {
        if (count < 1 || count > own.size()) {
            throw new IllegalArgumentException("An eavesdropper with " + own.size() + " records of its own cannot know "
                    + count + " of those that were sent; ask for 1 to " + own.size() + ".");
        }
        INDArray inputs = own.inputs().get(NDArrayIndex.interval(0, count)).dup('c');
        return new KnownPlaintexts(inputs, client.apply(inputs));
    }
}
