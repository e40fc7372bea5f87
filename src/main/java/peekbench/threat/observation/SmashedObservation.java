package peekbench.threat.observation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;

/**
 * What a tap on the server's end of the channel recorded.
 *
 * @param precision of all arrays
 * @param inputShape the shape of one private input
 * @param clientLayers what the client's layers are, without weights
 * @param smashedShape the shape of one example of smashed data
 * @param smashed the recorded arrays {@code [N, …]} by the private records they belong to
 * @param ownSegment makes copies of the server's layers
 * @param senders which client sent what
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record SmashedObservation(
        Precision precision,
        Shape inputShape,
        List<NamedLayer> clientLayers,
        Shape smashedShape,
        Map<TargetSet, INDArray> smashed,
        Supplier<Segment> ownSegment,
        Senders senders) {
    public SmashedObservation {
        clientLayers = NamedLayer.withoutWeights(clientLayers);
        smashed = Map.copyOf(smashed);
    }

    /** Of clients that all have the same layers. */
    public SmashedObservation(
            Precision precision,
            Shape inputShape,
            List<NamedLayer> clientLayers,
            Shape smashedShape,
            Map<TargetSet, INDArray> smashed,
            Supplier<Segment> ownSegment) {
        this(precision, inputShape, clientLayers, smashedShape, smashed, ownSegment, Senders.ALIKE);
    }

    /** What each client sent: the tested client's first, whether it sent any or not, then in the order of their numbers. */
    public List<Sent> bySender() {
        SortedMap<Integer, Map<TargetSet, List<Integer>>> places = new TreeMap<>();
        smashed.forEach((set, array) -> {
            for (int place = 0; place < array.size(0); place++) {
                places.computeIfAbsent(senders.of(set, place), any -> new EnumMap<>(TargetSet.class))
                        .computeIfAbsent(set, any -> new ArrayList<>())
                        .add(place);
            }
        });
        List<Sent> all = new ArrayList<>();
        all.add(sent(senders.tested(), places.getOrDefault(senders.tested(), Map.of())));
        places.remove(senders.tested());
        places.forEach((client, own) -> all.add(sent(client, own)));
        return all;
    }

    private static Sent sent(int client, Map<TargetSet, List<Integer>> places) {
        Map<TargetSet, int[]> own = new EnumMap<>(TargetSet.class);
        places.forEach((set, list) ->
                own.put(set, list.stream().mapToInt(Integer::intValue).toArray()));
        return new Sent(client, own);
    }

    public Set<TargetSet> targets() {
        return smashed.keySet();
    }

    public INDArray of(TargetSet targets) {
        INDArray array = smashed.get(targets);
        if (array == null) {
            throw new IllegalArgumentException(
                    "No smashed data of " + targets.label() + " arrived; there are those of " + smashed.keySet() + ".");
        }
        return array;
    }
}
