package peekbench.protocol.split;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.PartyId;
import peekbench.nn.loss.LossFunction;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.party.ClientSetup;
import peekbench.protocol.party.LabelSharingClient;
import peekbench.protocol.schedule.LocalRecords;

/**
 * A client whose layers are the encoder of an autoencoder of its own: to the server's gradient it adds that of its decoder,
 * and it trains on unlabelled batches alone (Gupta and Raskar 2018, Algorithm 3, equation 1).
 */
final class AutoencoderClient extends LabelSharingClient {
    private final Learner front;
    private final Learner decoder;
    private final double weight;
    private final PartlyLabelled batches;

    /**
     * @param weight alpha, of the autoencoder's gradient
     * @param batches which of them have labels
     */
    AutoencoderClient(ClientSetup setup, Learner decoder, double weight, PartlyLabelled batches) {
        super(setup, PartyId.SERVER);
        this.front = setup.front();
        this.decoder = decoder;
        this.weight = weight;
        this.batches = batches;
    }

    @Override
    protected List<Learner> learners() {
        return List.of(front, decoder);
    }

    @Override
    protected Optional<INDArray> ownGradient(INDArray smashed, LocalRecords.Batch own) {
        if (weight == 0) {
            return Optional.empty();
        }
        INDArray reconstruction = decoder.forward(smashed);
        INDArray gradient =
                LossFunction.MEAN_SQUARED_ERROR.of(reconstruction, own.inputs()).gradient();
        return Optional.of(decoder.learn(gradient).mul(weight));
    }

    @Override
    protected boolean isShared(int number) {
        return batches.isLabelled(number);
    }
}
