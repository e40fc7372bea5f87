package peekbench.protocol.party;

import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.ServerLearning;
import peekbench.protocol.engine.UnexpectedMessage;
import peekbench.protocol.weights.WeightsShelf;

/**
 * Bob: holds the layers behind the cut, computes the loss and keeps the last trained client's weights for the next one, or
 * knows who that was (Gupta and Raskar 2018, Algorithms 1 and 2).
 */
public final class ServerParty implements Party {
    private final Learner learner;
    private final ServerLearning learning;
    private final WeightsShelf shelf;

    /**
     * @param peerToPeer whether a client that asks for weights is sent to the client that trained last
     */
    public ServerParty(Learner learner, ServerLearning learning, boolean peerToPeer) {
        this.learner = learner;
        this.learning = learning;
        this.shelf = new WeightsShelf(peerToPeer);
    }

    @Override
    public PartyId id() {
        return PartyId.SERVER;
    }

    @Override
    public void receive(Envelope envelope, Outbox outbox) {
        Message message = envelope.message();
        if (message instanceof Message.SmashedData data) {
            learning.incoming().check(this, envelope, data.smashed(), data.targets());
            shelf.trained(envelope.from());
            outbox.send(
                    envelope.from(),
                    new Message.CutGradient(data.batch(), learning.step(learner, data.smashed(), data.targets())));
        } else if (message instanceof Message.InferenceData data) {
            outbox.send(envelope.from(), new Message.Prediction(learner.predict(data.smashed())));
        } else if (message instanceof Message.EpochBegins begins) {
            learner.begin(begins.epoch());
        } else if (!(message instanceof Message.EpochEnds) && !shelf.receive(envelope, outbox)) {
            throw UnexpectedMessage.at(this, envelope);
        }
    }
}
