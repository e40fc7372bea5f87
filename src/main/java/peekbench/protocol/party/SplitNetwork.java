package peekbench.protocol.party;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.channel.Channel;
import peekbench.channel.Message;
import peekbench.channel.PartyId;
import peekbench.channel.Tap;
import peekbench.channel.Traffic;
import peekbench.data.Dataset;
import peekbench.nn.Rows;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.threat.observation.Senders;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.training.TrainedNetwork;

/**
 * A split network at work after training: clients, the server, and the channel between them with every defense in place.
 * Where clients' layers differ, records that a client trained on are encoded by that client, all others by the one that is
 * tested.
 */
public final class SplitNetwork implements TrainedNetwork {
    private static final int BATCH = 250;

    private final Channel channel;
    private final Encoders encoders;
    private final Supplier<Segment> server;

    /**
     * Who encodes what.
     *
     * @param tested number of the client that encodes what no client trained on
     * @param clients by their numbers
     * @param owners numbers of clients by the records of the data set that they encode
     */
    record Encoders(int tested, List<SplitClient> clients, Map<Integer, Integer> owners) {
        Encoders {
            clients = List.copyOf(clients);
            owners = Map.copyOf(owners);
        }

        private SplitClient client() {
            return clients.get(tested);
        }

        private int of(int record) {
            return owners.getOrDefault(record, tested);
        }
    }

    /** A network whose clients have the same layers. */
    SplitNetwork(Channel channel, SplitClient client, Supplier<Segment> server) {
        this(channel, new Encoders(0, List.of(client), Map.of()), server);
    }

    /** @param server makes copies of the server's layers */
    SplitNetwork(Channel channel, Encoders encoders, Supplier<Segment> server) {
        this.channel = channel;
        this.encoders = encoders;
        this.server = server;
    }

    @Override
    public INDArray predict(INDArray inputs) {
        return predict(encoders.client(), inputs);
    }

    private INDArray predict(SplitClient by, INDArray inputs) {
        List<INDArray> parts = new ArrayList<>();
        for (long from = 0; from < inputs.size(0); from += BATCH) {
            var rows = NDArrayIndex.interval(from, Math.min(from + BATCH, inputs.size(0)));
            channel.deliver(PartyId.COORDINATOR, by.id(), new Message.Predict(inputs.get(rows)));
            parts.add(by.prediction());
        }
        return Nd4j.concat(0, parts.toArray(new INDArray[0]));
    }

    @Override
    public INDArray encode(INDArray inputs) {
        return arriving(encoders.client(), inputs);
    }

    @Override
    public INDArray encode(int client, INDArray inputs) {
        return arriving(encoders.clients().get(client), inputs);
    }

    @Override
    public SmashedObservation observe(Dataset dataset, Map<TargetSet, int[]> targets) {
        Segment front = encoders.client().front();
        Map<TargetSet, INDArray> smashed = new HashMap<>();
        targets.forEach((set, records) -> smashed.put(set, encodedByOwners(dataset, records, front.precision())));
        return new SmashedObservation(
                front.precision(),
                front.inputShape(),
                front.layers(),
                server.get().inputShape(),
                smashed,
                server,
                senders(targets));
    }

    private Senders senders(Map<TargetSet, int[]> targets) {
        if (encoders.clients().size() == 1) {
            return Senders.ALIKE;
        }
        Map<TargetSet, List<Integer>> numbers = new HashMap<>();
        targets.forEach((set, records) -> numbers.put(
                set, Arrays.stream(records).map(encoders::of).boxed().toList()));
        return new Senders(encoders.tested(), numbers);
    }

    private INDArray encodedByOwners(Dataset dataset, int[] records, Precision precision) {
        Map<Integer, List<Integer>> places = new LinkedHashMap<>();
        for (int place = 0; place < records.length; place++) {
            places.computeIfAbsent(encoders.of(records[place]), owner -> new ArrayList<>())
                    .add(place);
        }
        List<INDArray> parts = new ArrayList<>();
        int[] order = new int[records.length];
        int done = 0;
        for (Map.Entry<Integer, List<Integer>> owned : places.entrySet()) {
            int[] own =
                    owned.getValue().stream().mapToInt(place -> records[place]).toArray();
            parts.add(encode(owned.getKey(), dataset.inputs(own, precision)));
            for (int place : owned.getValue()) {
                order[place] = done++;
            }
        }
        return parts.size() == 1 ? parts.get(0) : Rows.of(Nd4j.concat(0, parts.toArray(new INDArray[0])), order);
    }

    /** What a tap at the server's end records while inputs are predicted. */
    private INDArray arriving(SplitClient by, INDArray inputs) {
        List<INDArray> arrived = new ArrayList<>();
        Tap tap = envelope -> {
            if (envelope.to().equals(PartyId.SERVER) && envelope.message() instanceof Message.InferenceData data) {
                arrived.add(data.smashed().dup());
            }
        };
        channel.tap(tap);
        try {
            predict(by, inputs);
        } finally {
            channel.untap(tap);
        }
        return Nd4j.concat(0, arrived.toArray(new INDArray[0]));
    }

    @Override
    public Segment client() {
        return encoders.client().front();
    }

    @Override
    public Segment client(int client) {
        return encoders.clients().get(client).front();
    }

    @Override
    public Segment server() {
        return server.get();
    }

    /** What connects the parties, for whoever listens on the wire. */
    public Channel channel() {
        return channel;
    }

    /** What was carried so far. */
    public Traffic traffic() {
        return channel.traffic();
    }
}
