package peekbench.protocol.split;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.Incoming;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.UnexpectedMessage;
import peekbench.protocol.weights.WeightsShelf;
import peekbench.threat.defense.DefenseChain;
import peekbench.threat.observation.ArrivedBatch;
import peekbench.threat.observation.ServerBehavior;

/** Bob of a network that is wrapped around: holds its middle and never sees a label (Gupta and Raskar 2018, 3.6). */
final class MiddleServerParty implements Party {
    private final Learner learner;
    private final DefenseChain defenses;
    private final Incoming incoming;
    private final ServerBehavior behavior;
    private final WeightsShelf shelf;
    private INDArray smashed = Nd4j.scalar(0);

    /**
     * @param defenses of the server's own, such as filters of the gradient that it sends
     * @param incoming what it accepts
     * @param behavior what it does with smashed data
     * @param peerToPeer whether a client that asks for weights is sent to the client that trained last
     */
    MiddleServerParty(
            Learner learner, DefenseChain defenses, Incoming incoming, ServerBehavior behavior, boolean peerToPeer) {
        this.learner = learner;
        this.defenses = defenses;
        this.incoming = incoming;
        this.behavior = behavior;
        this.shelf = new WeightsShelf(peerToPeer);
    }

    @Override
    public PartyId id() {
        return PartyId.SERVER;
    }

    @Override
    public void receive(Envelope envelope, Outbox outbox) {
        Message message = envelope.message();
        if (message instanceof Message.UnlabelledData data) {
            incoming.check(this, envelope, data.smashed());
            shelf.trained(envelope.from());
            smashed = data.smashed();
            outbox.send(envelope.from(), new Message.HeadInput(data.batch(), learner.forward(data.smashed())));
        } else if (message instanceof Message.HeadGradient answer) {
            INDArray gradient = behavior.answer(
                    new ArrivedBatch(smashed, Optional.empty()),
                    () -> defenses.filterGradient(learner.learn(answer.gradient())));
            outbox.send(envelope.from(), new Message.CutGradient(answer.batch(), gradient));
        } else if (message instanceof Message.InferenceData data) {
            outbox.send(envelope.from(), new Message.Prediction(learner.predict(data.smashed())));
        } else if (message instanceof Message.EpochBegins begins) {
            learner.begin(begins.epoch());
        } else if (!(message instanceof Message.EpochEnds) && !shelf.receive(envelope, outbox)) {
            throw UnexpectedMessage.at(this, envelope);
        }
    }
}
