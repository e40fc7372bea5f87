package peekbench.protocol.whole;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.nn.Rows;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.ServerLearning;
import peekbench.protocol.engine.UnexpectedMessage;
import peekbench.protocol.schedule.ShuffledBatches;
import peekbench.seed.Seed;

/** Keeps what clients sent and trains the whole network on it, an epoch at a time. */
final class SanitizedServerParty implements Party {
    private final Learner whole;
    private final ServerLearning learning;
    private final int batchSize;
    private final Seed order;
    private final List<INDArray> inputs = new ArrayList<>();
    private final List<INDArray> targets = new ArrayList<>();

    /**
     * @param order seed of the order in which records are trained on
     */
    SanitizedServerParty(Learner whole, ServerLearning learning, int batchSize, Seed order) {
        this.whole = whole;
        this.learning = learning;
        this.batchSize = batchSize;
        this.order = order;
    }

    @Override
    public PartyId id() {
        return PartyId.SERVER;
    }

    @Override
    public void receive(Envelope envelope, Outbox outbox) {
        Message message = envelope.message();
        if (message instanceof Message.SanitizedRecords records) {
            learning.incoming().check(this, envelope, records.inputs(), records.targets());
            inputs.add(records.inputs().dup());
            targets.add(records.targets());
        } else if (message instanceof Message.EpochBegins begins) {
            whole.begin(begins.epoch());
        } else if (message instanceof Message.EpochEnds ends) {
            train(ends.epoch());
        } else if (message instanceof Message.InferenceData data) {
            outbox.send(envelope.from(), new Message.Prediction(whole.predict(data.smashed())));
        } else {
            throw UnexpectedMessage.at(this, envelope);
        }
    }

    private void train(int epoch) {
        INDArray allInputs = joined(inputs);
        INDArray allTargets = joined(targets);
        int[] records =
                java.util.stream.IntStream.range(0, (int) allInputs.size(0)).toArray();
        for (int[] batch : new ShuffledBatches(records, batchSize, 0, order).epoch(epoch)) {
            learning.step(whole, Rows.of(allInputs, batch), Rows.of(allTargets, batch));
        }
    }

    private static INDArray joined(List<INDArray> parts) {
        if (parts.size() > 1) {
            INDArray all = Nd4j.concat(0, parts.toArray(new INDArray[0]));
            parts.clear();
            parts.add(all);
        }
        return parts.get(0);
    }
}
