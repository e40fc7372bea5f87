package peekbench.protocol.split;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.nn.Architecture;
import peekbench.nn.loss.LossAndGradient;
import peekbench.nn.loss.LossFunction;
import peekbench.protocol.engine.Incoming;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.SegmentPool;
import peekbench.protocol.engine.TrainingLoop;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.engine.UnexpectedMessage;
import peekbench.protocol.party.BatchExchange;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.party.SplitClient;
import peekbench.protocol.party.SplitProtocol;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.protocol.weights.WeightsShelf;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.threat.defense.DefenseChain;
import peekbench.threat.observation.ArrivedBatch;
import peekbench.threat.observation.ServerBehavior;
import peekbench.threat.view.GradientView;
import peekbench.training.Onlookers;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

/**
 * Runs {@link WrapAround}. The path of a batch: {@link Client#send}, {@link Server#receive}, {@link Client#answer} for the
 * last layers, {@link Server#receive} for what comes back from them, {@link Client#answer} for the first layers.
 */
final class WrapAroundProtocol implements SplitProtocol {
    private final WrapAround options;

    WrapAroundProtocol(WrapAround options) {
        this.options = options;
    }

    /**
     * The client's end of both cuts (Gupta and Raskar 2018, section 3.6): holds the first and the last layers and keeps its
     * labels.
     */
    static final class Client implements BatchExchange {
        private final Learner head;
        private final LossFunction loss;
        private final TrainingMeter meter;
        private INDArray targets = Nd4j.scalar(0);

        /**
         * @param head the last layers
         */
        Client(Learner head, LossFunction loss, TrainingMeter meter) {
            this.head = head;
            this.loss = loss;
            this.meter = meter;
        }

        @Override
        public boolean send(LocalRecords.Batch own, SplitClient client, Outbox outbox) {
            INDArray smashed = client.forward(own);
            targets = client.defenses().filterTargets(own.targets());
            INDArray sent = client.defenses().filterSmashed(smashed);
            outbox.send(PartyId.SERVER, new Message.UnlabelledData(client.batch(), sent));
            return true;
        }

        @Override
        public boolean answer(Envelope envelope, SplitClient client, Outbox outbox) {
            if (envelope.message() instanceof Message.HeadInput input) {
                outbox.send(PartyId.SERVER, new Message.HeadGradient(input.batch(), step(input, client.defenses())));
                return false;
            }
            if (envelope.message() instanceof Message.CutGradient answer) {
                client.learn(answer.gradient());
                return true;
            }
            throw UnexpectedMessage.at(client, envelope);
        }

        private INDArray step(Message.HeadInput input, DefenseChain defenses) {
            LossAndGradient result = loss.of(head.forward(input.features()), targets);
            meter.loss(result.loss(), targets.size(0));
            double weight = defenses.taskLossWeight();
            INDArray gradient =
                    weight == 1 ? result.gradient() : result.gradient().muli(weight);
            return defenses.filterGradient(head.learn(gradient), targets);
        }

        @Override
        public List<Learner> learners() {
            return List.of(head);
        }

        @Override
        public INDArray outputs(INDArray answer) {
            INDArray outputs = head.predict(answer);
            head.rest();
            return outputs;
        }
    }

    /** Bob of a network that is wrapped around: holds its middle and never sees a label (Gupta and Raskar 2018, 3.6). */
    static final class Server implements Party {
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
        Server(Learner learner, DefenseChain defenses, Incoming incoming, ServerBehavior behavior, boolean peerToPeer) {
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

    @Override
    public SplitRun run(TrainingSetup setup) {
        return prepare(setup).run();
    }

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        Prepared prepared = prepare(setup);
        TrainingWatch watch = TrainingWatch.over(prepared.assembly(), WatchedCut.HEAD);
        return watch.of(new TrainingLoop(setup, prepared.run()).train(observer), observer.record());
    }

    /** A training before its first epoch and who takes part in it. */
    private record Prepared(SplitAssembly assembly, SplitRun run) {}

    private Prepared prepare(TrainingSetup setup) {
        PartyFactory parties = new PartyFactory(setup);
        BatchSchedule schedule =
                parties.schedule(options.clients(), options.turns().order());
        Architecture network = setup.architecture();
        Learner middle =
                parties.learner(parties.pool(network.between(setup.cut(), options.head()), parties.smashedShape()));
        SegmentPool heads = parties.pool(network.back(options.head()), network.smashedShape(options.head()));
        SplitAssembly assembly = new SplitAssembly(
                parties,
                options.turns(),
                schedule,
                own -> new SplitClient(own, new Client(parties.learner(heads), setup.loss(), own.meter())));
        assembly.join(
                new Server(
                        middle,
                        parties.serverDefenses(),
                        parties.incoming(schedule.clients().size(), parties.smashedShape()),
                        setup.server(),
                        assembly.turns().weights() == WeightsTransfer.PEER_TO_PEER),
                List.of(middle));
        return new Prepared(assembly, assembly.run(middle::segment));
    }

    /** The server gets, besides smashed data, the gradients of what it sends to the clients' last layers, and no labels. */
    @Override
    public Onlookers onlookers() {
        return SplitProtocol.super
                .onlookers()
                .with(
                        GradientView.class,
                        training -> training.network().watched().gradients(training.setup()));
    }
}
