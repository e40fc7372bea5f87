package peekbench.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.channel.InProcessChannel;
import peekbench.channel.Message;
import peekbench.channel.PartyId;
import peekbench.channel.Tap;
import peekbench.data.Dataset;
import peekbench.nn.Segment;
import peekbench.threat.CuriousServerView;
import peekbench.threat.QueryingServerView;
import peekbench.threat.SmashedObservation;
import peekbench.threat.TargetSet;

/**
 * A split network at work after training: the client that trained last, the server, and the channel between them with
 * every defense in place.
 */
public final class TrainedNetwork {
    private static final int BATCH = 250;

    private final InProcessChannel channel;
    private final ClientParty client;
    private final ServerParty server;

    TrainedNetwork(InProcessChannel channel, ClientParty client, ServerParty server) {
        this.channel = channel;
        this.client = client;
        this.server = server;
    }

    /** The network's outputs {@code [N, outputs]} for inputs {@code [N, …]}: the client encodes, the server answers. */
    public INDArray predict(INDArray inputs) {
        List<INDArray> parts = new ArrayList<>();
        for (long from = 0; from < inputs.size(0); from += BATCH) {
            var rows = NDArrayIndex.interval(from, Math.min(from + BATCH, inputs.size(0)));
            channel.deliver(PartyId.COORDINATOR, client.id(), new Message.Predict(inputs.get(rows)));
            parts.add(client.prediction());
        }
        return Nd4j.concat(0, parts.toArray(new INDArray[0]));
    }

    /**
     * What a curious server sees when the client has it predict private records.
     *
     * @param targets the records of each target set, in order
     */
    public CuriousServerView curiousServerView(Dataset dataset, Map<TargetSet, int[]> targets) {
        return new CuriousServerView(observe(dataset, targets));
    }

    /** {@link #curiousServerView} of a server that may query the client besides. */
    public QueryingServerView queryingServerView(Dataset dataset, Map<TargetSet, int[]> targets) {
        return new QueryingServerView(observe(dataset, targets), this::arriving);
    }

    private SmashedObservation observe(Dataset dataset, Map<TargetSet, int[]> targets) {
        Map<TargetSet, INDArray> smashed = new HashMap<>();
        targets.forEach((set, records) -> smashed.put(
                set, arriving(dataset.inputs(records, client.segment().precision()))));
        return new SmashedObservation(
                client.segment().precision(),
                client.segment().inputShape(),
                client.segment().outputShape(),
                smashed,
                () -> server.segment().copy());
    }

    /** What a tap at the server's end records while inputs are predicted. */
    private INDArray arriving(INDArray inputs) {
        List<INDArray> arrived = new ArrayList<>();
        Tap tap = envelope -> {
            if (envelope.message() instanceof Message.InferenceData data) {
                arrived.add(data.smashed().dup());
            }
        };
        channel.tap(tap);
        try {
            predict(inputs);
        } finally {
            channel.untap(tap);
        }
        return Nd4j.concat(0, arrived.toArray(new INDArray[0]));
    }

    /** A copy of the layers of the client that trained last. */
    public Segment client() {
        return client.segment().copy();
    }

    /** A copy of the server's layers. */
    public Segment server() {
        return server.segment().copy();
    }
}
