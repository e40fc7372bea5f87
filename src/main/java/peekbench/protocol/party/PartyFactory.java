package peekbench.protocol.party;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import peekbench.channel.ModelState;
import peekbench.channel.PartyId;
import peekbench.nn.Segment;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.engine.Incoming;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.SegmentPool;
import peekbench.protocol.engine.ServerLearning;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.schedule.Attendance;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.BatchSource;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.DatasetRecords;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.schedule.ShuffledBatches;
import peekbench.protocol.weights.DefendedWeights;
import peekbench.protocol.weights.WeightExchange;
import peekbench.protocol.weights.WeightsCipher;
import peekbench.seed.Seed;
import peekbench.threat.defense.DefenseChain;
import peekbench.threat.defense.DefenseContext;
import peekbench.threat.defense.OwnRecords;
import peekbench.training.TrainingSetup;

/** Makes parties and what they are made of from a setup, so that all protocols start alike. */
public record PartyFactory(TrainingSetup setup) {

    /** Segments for some of the network's layers. */
    public SegmentPool pool(List<NamedLayer> layers, Shape input) {
        return new SegmentPool(
                () -> Segment.create(
                        layers, input, setup.precision(), setup.seed().child("weights")),
                setup.training().optimizer());
    }

    /** Segments for the layers in front of the cut. */
    public SegmentPool fronts() {
        return pool(
                setup.architecture().front(setup.cut()), setup.architecture().input());
    }

    /** Segments for the layers behind the cut. */
    public SegmentPool backs() {
        return pool(setup.architecture().back(setup.cut()), setup.architecture().smashedShape(setup.cut()));
    }

    /** Segments for the whole network. */
    public SegmentPool whole() {
        return pool(setup.architecture().layers(), setup.architecture().input());
    }

    public Learner learner(SegmentPool pool) {
        return new Learner(pool, setup.training());
    }

    /** What a client has. */
    ClientSetup client(int number, Learner front, LocalRecords records, ClientTurns turns, TrainingMeter meter) {
        PartyId id = PartyId.client(number);
        DefenseChain defenses = defenses(id, records);
        return new ClientSetup(id, records, front, defenses, exchange(turns, defenses), meter);
    }

    public LocalRecords records(BatchSource batches) {
        return new DatasetRecords(setup.dataset(), setup.precision(), batches);
    }

    private WeightExchange exchange(ClientTurns turns, DefenseChain defenses) {
        return DefendedWeights.of(turns.weights().exchange(turns.handOver(), cipher()), defenses);
    }

    /** What clients encrypt weights with; all have the same key. */
    public WeightsCipher cipher() {
        return new WeightsCipher(setup.seed().child("clients"));
    }

    /** How a server learns from the clients' smashed data. */
    public ServerLearning serverLearning(int clients, Shape smashed, TrainingMeter meter) {
        return new ServerLearning(setup.loss(), serverDefenses(), meter, incoming(clients, smashed), setup.server());
    }

    public Incoming incoming(int clients, Shape example) {
        return new Incoming(clients, example, setup.dataset().task().outputs());
    }

    public Shape smashedShape() {
        return setup.architecture().smashedShape(setup.cut());
    }

    /** The defenses of a party with records. */
    public DefenseChain defenses(PartyId party, LocalRecords records) {
        return defenses(party, () -> {
            LocalRecords.Batch own = records.labelled();
            return new OwnRecords(own.inputs(), own.targets(), setup.loss());
        });
    }

    public DefenseChain serverDefenses() {
        return withoutRecords(PartyId.SERVER);
    }

    /** The defenses of a server or an aggregator. */
    public DefenseChain withoutRecords(PartyId party) {
        return defenses(party, () -> {
            throw new IllegalStateException("The " + party + " has no records; a defense asked for them.");
        });
    }

    private DefenseChain defenses(PartyId party, Supplier<OwnRecords> ownRecords) {
        Seed seed = setup.seed().child("defense");
        return DefenseChain.attach(
                setup.defenses(),
                new DefenseContext(
                        party.name(), seed.child(party.name()), seed.child("shared"), ownRecords, setup.precision()));
    }

    /** The victims' records of each client. */
    public List<int[]> parts(int clients) {
        return setup.clientRecords(clients);
    }

    /** The order of batches when the victims' records are spread over that many clients. */
    public BatchSchedule schedule(int clients, ClientOrder order) {
        return new BatchSchedule(
                sources(clients, LocalBatches.MINI_BATCHES), order, setup.seed().child("client-order"));
    }

    /** The batches of each client when the victims' records are spread over that many. */
    public List<ShuffledBatches> sources(int clients, LocalBatches batches) {
        List<int[]> parts = parts(clients);
        int batchSize = setup.training().batchSize();
        if (batches == LocalBatches.MINI_BATCHES) {
            checkSize(batchSize, parts);
        }
        Seed seed = setup.seed().child("data-order");
        return IntStream.range(0, clients)
                .mapToObj(client -> new ShuffledBatches(
                        parts.get(client),
                        batches == LocalBatches.MINI_BATCHES ? batchSize : parts.get(client).length,
                        client,
                        seed))
                .toList();
    }

    /** A batch must not be larger than what a client has: its last, partial batch would be its only one. */
    private static void checkSize(int batchSize, List<int[]> recordsByClient) {
        for (int client = 0; client < recordsByClient.size(); client++) {
            int records = recordsByClient.get(client).length;
            if (batchSize > records) {
                throw new ConfigurationException("The batch-size (" + batchSize + ") is larger than the data of client "
                        + client + ", which has " + records + " of the victims' records; it must be at most " + records
                        + ". Use smaller batches, fewer clients or more records.");
            }
        }
    }

    public Attendance attendance(Participation participation, int clients) {
        return new Attendance(participation, clients, setup.seed().child("attendance"));
    }

    /**
     * A network that was trained whole, deployed split at the cut, with a channel of its own.
     *
     * @param records of client 0, whose defenses are the client's
     */
    public SplitNetwork network(ModelState whole, LocalRecords records) {
        Learner front = learner(fronts());
        Learner back = learner(backs());
        front.adopt(whole.weightsOnly()
                .first(front.size().parameters(), front.size().buffers()));
        back.adopt(
                whole.weightsOnly().rest(front.size().parameters(), front.size().buffers()));
        ClientSetup client = client(0, front, records, ClientTurns.alone(), new TrainingMeter());
        return Untrained.network(setup.channels().open(), client, back);
    }
}
