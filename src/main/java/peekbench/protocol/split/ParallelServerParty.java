package peekbench.protocol.split;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.ServerLearning;
import peekbench.protocol.engine.UnexpectedMessage;

/**
 * The server of parallel split learning (Turina et al. 2020, section 2): waits for the smashed data of all clients that
 * take part in a step, learns from them as one batch of clients times batch, and sends each client its rows of the
 * gradient.
 */
final class ParallelServerParty implements Party {
    private final Learner learner;
    private final ServerLearning learning;
    private final List<Part> parts = new ArrayList<>();
    private int expected;

    /** What one client sent. */
    private record Part(PartyId client, Message.SmashedData data) {}

    ParallelServerParty(Learner learner, ServerLearning learning) {
        this.learner = learner;
        this.learning = learning;
    }

    @Override
    public PartyId id() {
        return PartyId.SERVER;
    }

    @Override
    public void receive(Envelope envelope, Outbox outbox) {
        Message message = envelope.message();
        if (message instanceof Message.StepBegins begins) {
            expected = begins.clients();
            parts.clear();
        } else if (message instanceof Message.SmashedData data) {
            learning.incoming().check(this, envelope, data.smashed(), data.targets());
            parts.add(new Part(envelope.from(), data));
            if (parts.size() == expected) {
                step(outbox);
            }
        } else if (message instanceof Message.InferenceData data) {
            outbox.send(envelope.from(), new Message.Prediction(learner.predict(data.smashed())));
        } else if (message instanceof Message.EpochBegins begins) {
            learner.begin(begins.epoch());
        } else if (!(message instanceof Message.EpochEnds)) {
            throw UnexpectedMessage.at(this, envelope);
        }
    }

    private void step(Outbox outbox) {
        INDArray gradient = learning.step(
                learner,
                joined(parts.stream().map(part -> part.data().smashed()).toList()),
                joined(parts.stream().map(part -> part.data().targets()).toList()));
        long from = 0;
        for (Part part : parts) {
            long to = from + part.data().smashed().size(0);
            INDArray rows = gradient.get(NDArrayIndex.interval(from, to));
            outbox.send(part.client(), new Message.CutGradient(part.data().batch(), rows));
            from = to;
        }
        parts.clear();
    }

    private static INDArray joined(List<INDArray> arrays) {
        return arrays.size() == 1 ? arrays.get(0) : Nd4j.concat(0, arrays.toArray(new INDArray[0]));
    }
}
