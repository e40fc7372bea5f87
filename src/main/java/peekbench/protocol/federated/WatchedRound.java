package peekbench.protocol.federated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.ModelState;
import peekbench.channel.PartyId;
import peekbench.data.Dataset;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.protocol.engine.SegmentPool;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.protocol.schedule.StagedRecords;
import peekbench.seed.Seed;
import peekbench.threat.defense.DefenseChain;
import peekbench.threat.defense.UpdateMasking;
import peekbench.threat.observation.ClientUpdate;
import peekbench.threat.observation.ClientWork;
import peekbench.threat.observation.ObservedRound;
import peekbench.threat.observation.TargetSet;
import peekbench.training.TrainingSetup;

/**
 * A round as its aggregator sees it. Updates of private records come from client 0, whose defenses they pass; those of the
 * aggregator's own records from one client more, who shares no random numbers with the others.
 */
final class WatchedRound implements ObservedRound {
    /** Sums of a training are fewer than this, so that nothing watched is masked as something trained was. */
    private static final long SUMS = 1L << 40;

    private final PartyFactory parties;
    private final ClientProgram program;
    private final int clients;
    private final ModelState weights;
    private final int round;
    private final Map<TargetSet, int[]> targets;
    private final SegmentPool fronts;
    private final SegmentPool backs;
    private final Optional<UpdateMasking> masking;
    private final Masks masks;
    private final int batchSize;
    private final List<LocalRecords> clientRecords;
    private final Map<Integer, Workplace> workplaces = new HashMap<>();

    /** What becomes of masks that a defense puts on updates. */
    enum Masks {
        /** Updates are seen with them. */
        ON,
        /** They cancel in the sum that is seen, so they are left out of what is added up. */
        CANCELLED
    }

    /** A client that works on what it is given. */
    private record Workplace(StagedRecords records, WatchedClient client) {}

    /**
     * @param clients how many the training has
     * @param weights global ones
     * @param round whose learning rate applies
     */
    WatchedRound(
            PartyFactory parties,
            ClientProgram program,
            int clients,
            ModelState weights,
            int round,
            Map<TargetSet, int[]> targets,
            Masks masks) {
        this.parties = parties;
        this.program = program;
        this.clients = clients;
        this.weights = weights;
        this.round = round;
        this.targets = Map.copyOf(targets);
        this.fronts = parties.fronts();
        this.backs = parties.backs();
        this.masks = masks;
        this.masking =
                masks == Masks.ON ? parties.withoutRecords(PartyId.AGGREGATOR).updateMasking() : Optional.empty();
        this.batchSize = program.batchSize(parties.setup().training());
        this.clientRecords = parties.sources(clients, program.batches()).stream()
                .map(parties::records)
                .toList();
    }

    @Override
    public Segment network(Precision precision, Seed seed) {
        TrainingSetup setup = parties.setup();
        Segment network = Segment.create(
                setup.architecture().layers(), setup.architecture().input(), precision, seed);
        network.parameters().assign(weights.parameters().castTo(precision.dataType()));
        if (network.bufferCount() > 0) {
            network.buffers().assign(weights.buffers().castTo(precision.dataType()));
        }
        return network;
    }

    @Override
    public ClientWork work() {
        return program.work(parties.setup().training(), round);
    }

    @Override
    public Set<TargetSet> targets() {
        return targets.keySet();
    }

    @Override
    public List<ClientUpdate> targetUpdates(TargetSet set, int size) {
        if (!targets.containsKey(set) || size < 1) {
            throw new IllegalArgumentException("There are no updates of batches of " + size + " records of "
                    + set.label() + "; there are records of " + targets.keySet() + ", in batches of at least 1.");
        }
        Dataset dataset = parties.setup().dataset();
        Precision precision = parties.setup().precision();
        int[] records = targets.get(set);
        List<ClientUpdate> updates = new ArrayList<>();
        for (int from = 0; from < records.length; from += size) {
            int[] batch = Arrays.copyOfRange(records, from, Math.min(from + size, records.length));
            updates.add(update(
                    0, new LocalRecords.Batch(dataset.inputs(batch, precision), dataset.targets(batch, precision))));
        }
        return updates;
    }

    /**
     * What a client sends whose records of the round are a batch.
     *
     * @param number of the client; that of one more than there are is the attacker's own
     */
    ClientUpdate update(int number, LocalRecords.Batch batch) {
        Workplace place = workplaces.computeIfAbsent(number, this::workplace);
        place.records().stage(batch);
        return place.client().turn();
    }

    private Workplace workplace(int number) {
        StagedRecords staged = new StagedRecords(batchSize);
        boolean victim = number < clients;
        LocalRecords own = victim ? clientRecords.get(number) : staged;
        return new Workplace(staged, watched(number, own, staged, victim ? SUMS : 3 * SUMS));
    }

    @Override
    public List<ClientUpdate> clientUpdates() {
        return IntStream.range(0, clients)
                .mapToObj(number -> watched(number, clientRecords.get(number), clientRecords.get(number), 2 * SUMS)
                        .turn())
                .toList();
    }

    @Override
    public ClientUpdate rehearse(INDArray inputs, INDArray wanted) {
        return update(clients, new LocalRecords.Batch(inputs, wanted));
    }

    /** What each client has. */
    List<LocalRecords> clientRecords() {
        return clientRecords;
    }

    /**
     * @param own records that the client's defenses may read
     * @param staged records that it works on
     */
    private WatchedClient watched(int number, LocalRecords own, LocalRecords staged, long sums) {
        PartyId id = PartyId.client(number);
        DefenseChain chain = parties.defenses(id, own);
        DefenseChain defenses = masks == Masks.ON ? chain : chain.withoutMasking();
        WholeNetwork network = new WholeNetwork(
                parties.learner(fronts), parties.learner(backs), parties.setup().loss(), defenses, new TrainingMeter());
        List<Integer> roster = Stream.concat(IntStream.range(0, clients).boxed(), Stream.of(number))
                .distinct()
                .toList();
        return new WatchedClient(
                parties.setup().channels().open(),
                program.client(id, staged, network),
                weights,
                round,
                masking,
                roster,
                sums);
    }
}
