package peekbench.protocol.adasplit;

import java.util.List;
import java.util.stream.IntStream;
import peekbench.channel.Message;
import peekbench.channel.PartyId;
import peekbench.data.Task;
import peekbench.nn.Segment;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.NamedLayer;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.SegmentPool;
import peekbench.protocol.engine.ServerLearning;
import peekbench.protocol.engine.TrainingLoop;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.party.SplitClient;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.threat.view.LabelledServerView;
import peekbench.training.Onlookers;
import peekbench.training.Protocol;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/** Runs {@link AdaSplit}. */
final class AdaSplitProtocol implements Protocol {
    private final AdaSplit options;

    AdaSplitProtocol(AdaSplit options) {
        this.options = options;
    }

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        Training training = begin(setup);
        ArrivedLabels arrived =
                new ArrivedLabels(setup.watchedEpochs(), training.assembly().schedule());
        if (arrived.isAwake()) {
            training.assembly().tap(arrived);
        }
        return arrived.of(new TrainingLoop(setup, training.run()).train(observer), observer.record());
    }

    /**
     * A training before its first epoch.
     *
     * @param run gives the turns
     * @param server what the server has
     */
    record Training(SplitAssembly assembly, SplitRun run, MaskedServer server) {}

    /** Brings the parties together. */
    Training begin(TrainingSetup setup) {
        check(setup);
        PartyFactory parties = new PartyFactory(setup);
        SegmentPool projections = parties.pool(
                List.of(
                        new NamedLayer("projection-flatten", new Flatten()),
                        new NamedLayer(
                                "projection", new Dense(options.clientLoss().projection()))),
                parties.smashedShape());
        SplitAssembly assembly = new SplitAssembly(
                parties,
                ClientTurns.keepingOwn(options.clients(), options.tested(), options.participation()),
                parties.schedule(options.clients(), ClientOrder.ROUND_ROBIN_BY_EPOCH),
                own -> new SplitClient(
                        own, new AdaSplitClient(parties.learner(projections), options.clientLoss(), own.meter())));
        ServerLearning learning = assembly.serverLearning();
        Learner shared = parties.learner(parties.backs());
        MaskedServer server =
                new MaskedServer(shared, masks(setup, shared), options.masks().sparsity(), learning);
        Orchestrator orchestrator =
                new Orchestrator(options.clients(), options.choice().discount());
        assembly.join(new AdaSplitServerParty(server, learning.incoming(), orchestrator), server.learners());
        SplitRun.Turns turns = turns(assembly.schedule(), orchestrator, localEpochs(setup));
        return new Training(assembly, assembly.run(turns, assembly.deployed(server::segment)), server);
    }

    /**
     * In each iteration every client that has a batch left trains on it. In the global phase those that the server's
     * orchestrator chose send theirs.
     */
    private SplitRun.Turns turns(BatchSchedule schedule, Orchestrator orchestrator, int localEpochs) {
        int count = options.choice().count(options.clients());
        return (epoch, present, run) -> {
            List<BatchSchedule.ClientTurn> step = schedule.step(epoch, present, 0);
            for (int round = 1; !step.isEmpty(); round++) {
                if (epoch <= localEpochs) {
                    step.forEach(turn -> run.giveTurn(epoch, turn));
                } else {
                    List<Integer> candidates =
                            step.stream().map(BatchSchedule.ClientTurn::client).toList();
                    orchestrator
                            .choose(candidates, count)
                            .forEach(client -> run.tell(PartyId.client(client), new Message.Chosen()));
                    step.forEach(turn -> run.giveTurn(epoch, turn));
                    run.tell(PartyId.SERVER, new Message.StepEnds());
                }
                step = schedule.step(epoch, present, round);
            }
        };
    }

    /** Masks that leave everything open; none where there is nothing to mask. */
    private List<Learner> masks(TrainingSetup setup, Learner shared) {
        if (!options.masks().masked() || shared.size().parameters() == 0) {
            return List.of();
        }
        SegmentPool pool = new SegmentPool(
                () -> {
                    Segment open = setup.backSegment();
                    open.parameters().assign(options.masks().maskStart());
                    return open;
                },
                setup.training().optimizer().withoutWeightDecay());
        return IntStream.range(0, options.clients())
                .mapToObj(client -> new Learner(pool, setup.training()))
                .toList();
    }

    private void check(TrainingSetup setup) {
        setup.refuseFrozenEpochs("adasplit", "clients get no gradients from the server");
        if (!(setup.dataset().task() instanceof Task.Classification)) {
            throw new ConfigurationException("The protocol (adasplit) learns from classes, but data set ("
                    + setup.dataset().name() + ") has numbers to predict. Use another protocol or data set.");
        }
        int local = localEpochs(setup);
        setup.training()
                .earlyStopping()
                .filter(stopping -> stopping.patience() <= local)
                .ifPresent(stopping -> {
                    throw new ConfigurationException("The first " + local
                            + " epochs of the protocol (adasplit) are without the server, whose test loss says nothing"
                            + " then, and training.early-stopping.patience is " + stopping.patience()
                            + "; give at least " + (local + 1) + ", or a smaller local-share.");
                });
    }

    private int localEpochs(TrainingSetup setup) {
        return options.choice().localEpochs(setup.training().epochs());
    }

    /** In the global phase; before it clients train alone. */
    @Override
    public boolean sendsSmashedData(TrainingOptions training, int epoch) {
        return epoch > options.choice().localEpochs(training.epochs());
    }

    /** Nobody returns gradients, so nobody chooses any. */
    @Override
    public Onlookers onlookers() {
        return Protocol.super
                .onlookers()
                .with(LabelledServerView.class, training -> labelled(training.setup(), training.network()));
    }

    private LabelledServerView labelled(TrainingSetup setup, TrainedNetwork network) {
        int local = localEpochs(setup);
        setup.watchedEpochs().stream()
                .filter(epoch -> epoch <= local)
                .min(Integer::compare)
                .ifPresent(epoch -> {
                    throw new ConfigurationException("In epoch " + epoch
                            + " clients train alone and send no labels; the first epoch of the global phase is "
                            + (local + 1) + ". Look at that or a later one, or give a smaller local-share.");
                });
        return network.watched().labels(setup);
    }
}
