package peekbench.protocol.split;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.ServerLearning;
import peekbench.protocol.engine.TrainingLoop;
import peekbench.protocol.engine.UnexpectedMessage;
import peekbench.protocol.party.BatchExchange;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.party.SplitClient;
import peekbench.protocol.party.SplitProtocol;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.weights.WeightsShelf;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.threat.defense.DefenseChain;
import peekbench.threat.view.GradientView;
import peekbench.threat.view.LabelledServerView;
import peekbench.training.Onlookers;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

/**
 * Runs {@link VanillaSplit}. The path of a batch, from top to bottom: {@link Client#send} is the client's forward pass and
 * its message, {@link Server#receive} the server's step and the gradient, {@link Client#answer} the client's step.
 */
public final class VanillaSplitProtocol implements SplitProtocol {
    private final VanillaSplit options;

    public VanillaSplitProtocol(VanillaSplit options) {
        this.options = options;
    }

    /**
     * Alice's end of the cut (Gupta and Raskar 2018, Algorithm 1): she sends labels with her smashed data.
     *
     * @param next who holds the layers behind the cut
     */
    record Client(PartyId next) implements BatchExchange {
        /** Of a client whose server holds the layers behind the cut. */
        Client() {
            this(PartyId.SERVER);
        }

        @Override
        public boolean send(LocalRecords.Batch own, SplitClient client, Outbox outbox) {
            INDArray smashed = client.forward(own);
            send(smashed, own, client, outbox);
            return true;
        }

        void send(INDArray smashed, LocalRecords.Batch own, SplitClient client, Outbox outbox) {
            DefenseChain defenses = client.defenses();
            INDArray targets = defenses.filterTargets(own.targets());
            outbox.send(next, new Message.SmashedData(client.batch(), defenses.filterSmashed(smashed), targets));
        }

        @Override
        public boolean answer(Envelope envelope, SplitClient client, Outbox outbox) {
            if (envelope.message() instanceof Message.CutGradient answer) {
                client.learn(answer.gradient());
                return true;
            }
            throw UnexpectedMessage.at(client, envelope);
        }
    }

    /**
     * Bob's end (Algorithms 1 and 2): he holds the layers behind the cut, computes the loss and keeps the last trained client's
     * weights for the next one, or knows who that was.
     */
    static final class Server implements Party {
        private final Learner learner;
        private final ServerLearning learning;
        private final WeightsShelf shelf;

        /**
         * @param peerToPeer whether a client that asks for weights is sent to the client that trained last
         */
        Server(Learner learner, ServerLearning learning, boolean peerToPeer) {
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
            PartyId from = envelope.from();
            if (message instanceof Message.SmashedData data) {
                learning.incoming().check(this, envelope, data.smashed(), data.targets());
                shelf.trained(from);
                INDArray gradient = learning.step(learner, data.smashed(), data.targets());
                outbox.send(from, new Message.CutGradient(data.batch(), gradient));
            } else if (message instanceof Message.InferenceData data) {
                outbox.send(from, new Message.Prediction(learner.predict(data.smashed())));
            } else if (message instanceof Message.EpochBegins begins) {
                learner.begin(begins.epoch());
            } else if (!(message instanceof Message.EpochEnds) && !shelf.receive(envelope, outbox)) {
                throw UnexpectedMessage.at(this, envelope);
            }
        }
    }

    @Override
    public SplitRun run(TrainingSetup setup) {
        return run(setup, schedule(setup));
    }

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        return train(setup, observer, schedule(setup));
    }

    private BatchSchedule schedule(TrainingSetup setup) {
        return new PartyFactory(setup)
                .schedule(options.clients(), options.turns().order());
    }

    /** Training by as many clients as the schedule has. */
    TrainedNetwork train(TrainingSetup setup, TrainingObserver observer, BatchSchedule schedule) {
        SplitAssembly assembly = assembly(setup, schedule);
        TrainingWatch watch = TrainingWatch.over(assembly, WatchedCut.SMASHED_DATA);
        return watch.of(new TrainingLoop(setup, run(assembly)).train(observer), observer.record());
    }

    /** A training by as many clients as the schedule has, before its first epoch. */
    public SplitRun run(TrainingSetup setup, BatchSchedule schedule) {
        return run(assembly(setup, schedule));
    }

    private SplitAssembly assembly(TrainingSetup setup, BatchSchedule schedule) {
        return new SplitAssembly(
                new PartyFactory(setup), options.turns(), schedule, own -> new SplitClient(own, new Client()));
    }

    /** Clients of such an end that keep their own layers, for servers of other protocols. */
    static SplitAssembly ownFronts(
            PartyFactory parties, int clients, TestedClient tested, Participation participation) {
        return new SplitAssembly(
                parties,
                ClientTurns.keepingOwn(clients, tested, participation),
                parties.schedule(clients, ClientOrder.ROUND_ROBIN_BY_EPOCH),
                own -> new SplitClient(own, new Client()));
    }

    private static SplitRun run(SplitAssembly assembly) {
        Learner back = assembly.parties().learner(assembly.parties().backs());
        boolean peerToPeer = assembly.turns().weights() == WeightsTransfer.PEER_TO_PEER;
        assembly.join(new Server(back, assembly.serverLearning(), peerToPeer), List.of(back));
        return assembly.run(back::segment);
    }

    /**
     * The server is sent the labels. The feature party of the same training in two parties gets what returns to the clients.
     */
    @Override
    public Onlookers onlookers() {
        return SplitProtocol.super
                .onlookers()
                .with(
                        GradientView.class,
                        training -> training.network().watched().gradients(training.setup()))
                .with(
                        LabelledServerView.class,
                        training -> training.network().watched().labels(training.setup()));
    }
}
