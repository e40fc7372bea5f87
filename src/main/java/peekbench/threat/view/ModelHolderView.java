package peekbench.threat.view;

import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.seed.Seed;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.ShadowTraining;

/**
 * Whoever holds the finished network, or may have it predict, and knows how it was trained: a client or the aggregator of
 * federated learning, a server that can also query the clients' layers, a customer. It is handed records and wonders which
 * of them were trained on; half of them were. It does not see how the training went.
 */
@Role(value = "a holder of the finished network", sees = "the finished network and what it makes of a record")
public final class ModelHolderView implements AdversaryView {
    private final Precision precision;
    private final UnaryOperator<INDArray> network;
    private final AuxiliaryData candidates;
    private final int trainingRecords;
    private final ShadowTraining training;

    /**
     * @param precision of all arrays
     * @param network what the finished network, with every defense in place, makes of inputs {@code [N, …]}
     * @param candidates records in an order that tells nothing
     * @param trainingRecords how many records the network was trained on
     * @param training repeats the victims' training on other records
     */
    public ModelHolderView(
            Precision precision,
            UnaryOperator<INDArray> network,
            AuxiliaryData candidates,
            int trainingRecords,
            ShadowTraining training) {
        this.precision = precision;
        this.network = network;
        this.candidates = candidates;
        this.trainingRecords = trainingRecords;
        this.training = training;
    }

    @Override
    public Precision precision() {
        return precision;
    }

    /** The outputs {@code [N, outputs]} of the finished network, before any softmax. */
    public INDArray predict(INDArray inputs) {
        return network.apply(inputs);
    }

    /** Records with their labels, shuffled: as many that were trained on as that were not. */
    public AuxiliaryData candidates() {
        return candidates;
    }

    /** How many records the network was trained on, by all victims together; a holder is taken to know. */
    public int trainingRecords() {
        return trainingRecords;
    }

    /**
     * Trains a network as the victims did, on some of the records that the attacker has; a protocol that takes public records keeps
     * back some of the auxiliary ones for that.
     *
     * @param auxiliary places of its auxiliary records
     * @param chosen places of candidates
     * @param seed of everything random in it
     * @return what that network makes of inputs {@code [N, …]}
     * @throws peekbench.problem.ConfigurationException when these are too few records to train so
     */
    public UnaryOperator<INDArray> trainShadow(int[] auxiliary, int[] chosen, Seed seed) {
        return training.train(auxiliary, chosen, seed);
    }
}
