package peekbench.protocol;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.nn.LossAndGradient;
import peekbench.nn.LossFunction;
import peekbench.nn.OptimizerState;
import peekbench.nn.Segment;
import peekbench.threat.DefenseChain;

/**
 * Bob: holds the layers behind the cut, computes the loss and keeps the last trained client's weights for the next one
 * (Gupta and Raskar 2018, Algorithms 1 and 2).
 */
final class ServerParty implements Party {
    private final Segment segment;
    private final OptimizerState optimizer;
    private final LossFunction loss;
    private final DefenseChain defenses;
    private final double taskLossWeight;
    private Optional<Message.WeightsHandOver> lastWeights = Optional.empty();
    private PartyId lastTrained = PartyId.SERVER;
    private double lossSum;
    private long lossCount;

    ServerParty(Segment segment, OptimizerState optimizer, LossFunction loss, DefenseChain defenses) {
        this.segment = segment;
        this.optimizer = optimizer;
        this.loss = loss;
        this.defenses = defenses;
        this.taskLossWeight = defenses.taskLossWeight();
    }

    @Override
    public PartyId id() {
        return PartyId.SERVER;
    }

    @Override
    public void receive(Envelope envelope, Outbox outbox) {
        Message message = envelope.message();
        if (message instanceof Message.SmashedData data) {
            outbox.send(envelope.from(), new Message.CutGradient(data.batch(), train(data)));
        } else if (message instanceof Message.WeightsRequest) {
            boolean current = lastTrained.equals(envelope.from());
            outbox.send(
                    envelope.from(),
                    lastWeights
                            .filter(weights -> !current)
                            .<Message>map(weights -> weights)
                            .orElseGet(Message.KeepWeights::new));
        } else if (message instanceof Message.WeightsHandOver weights) {
            lastTrained = envelope.from();
            lastWeights = Optional.of(new Message.WeightsHandOver(
                    weights.parameters().dup(), weights.optimizerSteps(), weights.optimizerVectors()));
        } else if (message instanceof Message.InferenceData data) {
            outbox.send(envelope.from(), new Message.Prediction(segment.predict(data.smashed())));
        } else {
            throw UnexpectedMessage.at(this, envelope);
        }
    }

    private INDArray train(Message.SmashedData data) {
        LossAndGradient result = loss.of(segment.forward(data.smashed()), data.targets());
        lossSum += result.loss() * data.targets().size(0);
        lossCount += data.targets().size(0);
        INDArray outputGradient =
                taskLossWeight == 1 ? result.gradient() : result.gradient().muli(taskLossWeight);
        INDArray gradient = segment.backward(outputGradient);
        optimizer.step();
        return defenses.filterGradient(gradient);
    }

    Segment segment() {
        return segment;
    }

    /** The mean loss over the records seen since the last call. */
    double takeMeanLoss() {
        double mean = lossCount == 0 ? Double.NaN : lossSum / lossCount;
        lossSum = 0;
        lossCount = 0;
        return mean;
    }
}
