package peekbench.protocol;

import java.util.Optional;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;

/**
 * Bob: holds the layers behind the cut, computes the loss and keeps the last trained client's weights for the next one, or
 * knows who that was (Gupta and Raskar 2018, Algorithms 1 and 2).
 */
final class ServerParty implements Party {
    private final Learner learner;
    private final ServerLearning learning;
    private final boolean peerToPeer;
    private final WeightsShelf shelf = new WeightsShelf();
    private Optional<PartyId> lastTrained = Optional.empty();

    /**
     * @param peerToPeer whether a client that asks for weights is sent to the client that trained last
     */
    ServerParty(Learner learner, ServerLearning learning, boolean peerToPeer) {
        this.learner = learner;
        this.learning = learning;
        this.peerToPeer = peerToPeer;
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
            lastTrained = Optional.of(envelope.from());
            outbox.send(
                    envelope.from(),
                    new Message.CutGradient(data.batch(), learning.step(learner, data.smashed(), data.targets())));
        } else if (peerToPeer && message instanceof Message.WeightsRequest) {
            outbox.send(envelope.from(), address(envelope.from()));
        } else if (message instanceof Message.InferenceData data) {
            outbox.send(envelope.from(), new Message.Prediction(learner.predict(data.smashed())));
        } else if (message instanceof Message.EpochBegins begins) {
            learner.begin(begins.epoch());
        } else if (!(message instanceof Message.EpochEnds) && !shelf.receive(envelope, outbox)) {
            throw UnexpectedMessage.at(this, envelope);
        }
    }

    private Message address(PartyId asking) {
        return lastTrained
                .filter(last -> !last.equals(asking))
                .<Message>map(last -> new Message.LastTrained(last.number()))
                .orElseGet(Message.KeepWeights::new);
    }
}
