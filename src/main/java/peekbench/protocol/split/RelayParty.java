package peekbench.protocol.split;

import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.Incoming;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.UnexpectedMessage;

/**
 * Eve_k: holds layers between clients and server and knows only its neighbours (Gupta and Raskar 2018, section 6). What it
 * gets from the one side it hands on to the other under its own name, so nobody behind the first relay learns who sent.
 */
final class RelayParty implements Party {
    private final int number;
    private final PartyId next;
    private final Learner learner;
    private final Incoming incoming;
    private PartyId sender = PartyId.COORDINATOR;

    /**
     * @param number from 0, next to the clients
     * @param next the relay behind this one, or the server
     * @param incoming what it accepts
     */
    RelayParty(int number, PartyId next, Learner learner, Incoming incoming) {
        this.number = number;
        this.next = next;
        this.learner = learner;
        this.incoming = incoming;
    }

    @Override
    public PartyId id() {
        return PartyId.relay(number);
    }

    @Override
    public void receive(Envelope envelope, Outbox outbox) {
        Message message = envelope.message();
        if (message instanceof Message.SmashedData data) {
            incoming.check(this, envelope, data.smashed(), data.targets());
            sender = envelope.from();
            outbox.send(next, new Message.SmashedData(data.batch(), learner.forward(data.smashed()), data.targets()));
        } else if (message instanceof Message.CutGradient answer) {
            outbox.send(sender, new Message.CutGradient(answer.batch(), learner.learn(answer.gradient())));
        } else if (message instanceof Message.InferenceData data) {
            sender = envelope.from();
            outbox.send(next, new Message.InferenceData(learner.predict(data.smashed())));
        } else if (message instanceof Message.Prediction) {
            outbox.send(sender, message);
        } else if (message instanceof Message.EpochBegins begins) {
            learner.begin(begins.epoch());
        } else if (!(message instanceof Message.EpochEnds)) {
            throw UnexpectedMessage.at(this, envelope);
        }
    }
}
