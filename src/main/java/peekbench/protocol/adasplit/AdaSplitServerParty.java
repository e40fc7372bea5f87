package peekbench.protocol.adasplit;

import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.Incoming;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.UnexpectedMessage;

/** The server of AdaSplit: learns from what chosen clients send, tells its orchestrator the loss, and returns nothing. */
final class AdaSplitServerParty implements Party {
    private final MaskedServer server;
    private final Incoming incoming;
    private final Orchestrator orchestrator;

    AdaSplitServerParty(MaskedServer server, Incoming incoming, Orchestrator orchestrator) {
        this.server = server;
        this.incoming = incoming;
        this.orchestrator = orchestrator;
    }

    @Override
    public PartyId id() {
        return PartyId.SERVER;
    }

    @Override
    public void receive(Envelope envelope, Outbox outbox) {
        Message message = envelope.message();
        int from = envelope.from().number();
        if (message instanceof Message.SmashedData data) {
            incoming.check(this, envelope, data.smashed(), data.targets());
            orchestrator.heard(from, server.step(from, data.smashed(), data.targets()));
        } else if (message instanceof Message.StepEnds) {
            orchestrator.endIteration();
        } else if (message instanceof Message.InferenceData data) {
            outbox.send(envelope.from(), new Message.Prediction(server.predict(from, data.smashed())));
        } else if (message instanceof Message.EpochBegins begins) {
            server.learners().forEach(learner -> learner.begin(begins.epoch()));
        } else if (message instanceof Message.EpochEnds) {
            server.learners().forEach(Learner::rest);
        } else {
            throw UnexpectedMessage.at(this, envelope);
        }
    }
}
