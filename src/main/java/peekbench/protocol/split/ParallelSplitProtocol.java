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
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.party.SplitProtocol;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.training.TrainingSetup;

/** Runs {@link ParallelSplit}: clients' ends of the cut are those of {@link VanillaSplitProtocol}, the server's is its own. */
final class ParallelSplitProtocol implements SplitProtocol {
    private final ParallelSplit options;

    ParallelSplitProtocol(ParallelSplit options) {
        this.options = options;
    }

    /**
     * The server of parallel split learning (Turina et al. 2020, section 2): waits for the smashed data of all clients that
     * take part in a step, learns from them as one batch of clients times batch, and sends each client its rows of the
     * gradient.
     */
    static final class Server implements Party {
        private final Learner learner;
        private final ServerLearning learning;
        private final List<Part> parts = new ArrayList<>();
        private int expected;

        /** What one client sent. */
        private record Part(PartyId client, Message.SmashedData data) {}

        Server(Learner learner, ServerLearning learning) {
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

    @Override
    public SplitRun run(TrainingSetup setup) {
        SplitAssembly assembly = VanillaSplitProtocol.ownFronts(
                new PartyFactory(setup), options.clients(), options.tested(), options.participation());
        Learner back = assembly.parties().learner(assembly.parties().backs());
        assembly.join(new Server(back, assembly.serverLearning()), List.of(back));
        return assembly.run(
                sideBySide(assembly.schedule(), options.clientLosses()), assembly.deployed(client -> back.segment()));
    }

    /** In each step, every client that has a batch left trains on one, and the server learns from all of them at once. */
    private static SplitRun.Turns sideBySide(BatchSchedule schedule, ClientLosses losses) {
        return (epoch, present, run) -> {
            List<BatchSchedule.ClientTurn> step = schedule.step(epoch, present, 0);
            for (int round = 1; !step.isEmpty(); round++) {
                Message begins = new Message.StepBegins(step.size());
                run.tell(PartyId.SERVER, begins);
                if (losses == ClientLosses.MEAN) {
                    step.forEach(turn -> run.tell(PartyId.client(turn.client()), begins));
                }
                step.forEach(turn -> run.giveTurn(epoch, turn));
                step = schedule.step(epoch, present, round);
            }
        };
    }
}
