package peekbench.protocol.party;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
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
    private final SplitClient client;
    private final Supplier<Segment> server;
    private final IntFunction<SplitClient> owners;

    /** A network whose clients have the same layers. */
    SplitNetwork(Channel channel, SplitClient client, Supplier<Segment> server) {
        this(channel, client, server, index -> client);
    }

    /**
     * @param client that encodes what no client trained on
     * @param server makes copies of the server's layers
     * @param owners who encodes a record of the data set
     */
    SplitNetwork(Channel channel, SplitClient client, Supplier<Segment> server, IntFunction<SplitClient> owners) {
        this.channel = channel;
        this.client = client;
        this.server = server;
        this.owners = owners;
    }

    @Override
    public INDArray predict(INDArray inputs) {
        return predict(client, inputs);
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
        return arriving(client, inputs);
    }

    @Override
    public SmashedObservation observe(Dataset dataset, Map<TargetSet, int[]> targets) {
        Segment front = client.front();
        Map<TargetSet, INDArray> smashed = new HashMap<>();
        targets.forEach((set, records) -> smashed.put(set, encodedByOwners(dataset, records, front.precision())));
        return new SmashedObservation(
                front.precision(),
                front.inputShape(),
                front.layers(),
                server.get().inputShape(),
                smashed,
                server);
    }

    private INDArray encodedByOwners(Dataset dataset, int[] records, Precision precision) {
        Map<SplitClient, List<Integer>> places = new LinkedHashMap<>();
        for (int place = 0; place < records.length; place++) {
            places.computeIfAbsent(owners.apply(records[place]), owner -> new ArrayList<>())
                    .add(place);
        }
        List<INDArray> parts = new ArrayList<>();
        int[] order = new int[records.length];
        int done = 0;
        for (Map.Entry<SplitClient, List<Integer>> owned : places.entrySet()) {
            int[] own =
                    owned.getValue().stream().mapToInt(place -> records[place]).toArray();
            parts.add(arriving(owned.getKey(), dataset.inputs(own, precision)));
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
        return client.front();
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
