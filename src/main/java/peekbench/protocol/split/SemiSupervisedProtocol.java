package peekbench.protocol.split;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import peekbench.channel.PartyId;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.model.ReconstructionNetwork;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.SegmentPool;
import peekbench.protocol.party.ClientSetup;
import peekbench.protocol.party.LabelSharingClient;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.ServerParty;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.party.SplitClient;
import peekbench.protocol.party.SplitProtocol;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.party.TurnTakingRun;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.ShuffledBatches;
import peekbench.seed.Seed;
import peekbench.training.TrainingSetup;

/** Runs {@link SemiSupervisedSplit}. */
final class SemiSupervisedProtocol implements SplitProtocol {
    /** Of the clients' decoder: that of the attacker's smallest. */
    private static final ReconstructionNetwork.Width WIDTH = new ReconstructionNetwork.Width(16, 64);

    private final SemiSupervisedSplit options;

    SemiSupervisedProtocol(SemiSupervisedSplit options) {
        this.options = options;
    }

    @Override
    public SplitRun run(TrainingSetup setup) {
        PartyFactory parties = new PartyFactory(setup);
        List<PartlyLabelled> batches = batches(setup, parties);
        BatchSchedule schedule =
                new BatchSchedule(batches, options.order(), setup.seed().child("client-order"));
        SegmentPool decoders = decoders(setup, parties);
        SplitAssembly assembly =
                new SplitAssembly(parties, options.turns(), schedule, own -> client(parties, own, decoders, batches));
        Learner back = parties.learner(parties.backs());
        assembly.join(new ServerParty(back, assembly.serverLearning(), false), List.of(back));
        return new TurnTakingRun(assembly.cast(back::segment));
    }

    private SplitClient client(
            PartyFactory parties, ClientSetup own, SegmentPool decoders, List<PartlyLabelled> batches) {
        int number = own.id().number();
        return number < batches.size()
                ? new AutoencoderClient(own, parties.learner(decoders), options.weight(), batches.get(number))
                : new LabelSharingClient(own, PartyId.SERVER);
    }

    private static SegmentPool decoders(TrainingSetup setup, PartyFactory parties) {
        Shape input = setup.architecture().input();
        List<NamedLayer> layers = ReconstructionNetwork.layers(WIDTH, parties.smashedShape(), input).stream()
                .map(layer -> new NamedLayer("decoder-" + layer.name(), layer.spec()))
                .toList();
        return parties.pool(layers, parties.smashedShape());
    }

    private List<PartlyLabelled> batches(TrainingSetup setup, PartyFactory parties) {
        List<int[]> parts = parties.parts(options.clients());
        Seed seed = setup.seed().child("data-order");
        int batchSize = setup.training().batchSize();
        return IntStream.range(0, parts.size())
                .mapToObj(client -> {
                    int[] records = parts.get(client);
                    int labels = Math.max(1, (int) Math.round(options.labelled() * records.length));
                    int last = options.unlabelled() ? records.length : labels;
                    return new PartlyLabelled(
                            new ShuffledBatches(
                                    Arrays.copyOf(records, labels), Math.min(batchSize, labels), client, seed),
                            new ShuffledBatches(
                                    Arrays.copyOfRange(records, labels, last),
                                    batchSize,
                                    client,
                                    seed.child("unlabelled")));
                })
                .toList();
    }
}
