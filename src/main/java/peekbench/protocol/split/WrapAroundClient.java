package peekbench.protocol.split;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.PartyId;
import peekbench.nn.loss.LossAndGradient;
import peekbench.nn.loss.LossFunction;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.engine.UnexpectedMessage;
import peekbench.protocol.party.ClientSetup;
import peekbench.protocol.party.SplitClient;
import peekbench.protocol.schedule.LocalRecords;

/** A client that holds the first and the last layers and keeps its labels (Gupta and Raskar 2018, section 3.6). */
final class WrapAroundClient extends SplitClient {
    private final Learner front;
    private final Learner head;
    private final LossFunction loss;
    private final TrainingMeter meter;
    private INDArray targets = Nd4j.scalar(0);

    /**
     * @param head the last layers
     */
    WrapAroundClient(ClientSetup setup, Learner head, LossFunction loss) {
        super(setup);
        this.front = setup.front();
        this.head = head;
        this.loss = loss;
        this.meter = setup.meter();
    }

    @Override
    protected List<Learner> learners() {
        return List.of(front, head);
    }

    @Override
    protected void send(int number, INDArray smashed, LocalRecords.Batch own, Outbox outbox) {
        targets = defenses().filterTargets(own.targets());
        outbox.send(
                PartyId.SERVER, new Message.UnlabelledData(number, defenses().filterSmashed(smashed)));
    }

    @Override
    protected void train(Envelope envelope, Outbox outbox) {
        if (envelope.message() instanceof Message.HeadInput input) {
            LossAndGradient result = loss.of(head.forward(input.features()), targets);
            meter.loss(result.loss(), targets.size(0));
            double weight = defenses().taskLossWeight();
            INDArray gradient =
                    weight == 1 ? result.gradient() : result.gradient().muli(weight);
            INDArray sent = defenses().filterGradient(head.learn(gradient), targets);
            outbox.send(PartyId.SERVER, new Message.HeadGradient(input.batch(), sent));
        } else if (envelope.message() instanceof Message.CutGradient answer) {
            cutGradient(answer.gradient(), outbox);
        } else {
            throw UnexpectedMessage.at(this, envelope);
        }
    }

    @Override
    protected INDArray outputs(INDArray answer) {
        INDArray outputs = head.predict(answer);
        head.rest();
        return outputs;
    }
}
