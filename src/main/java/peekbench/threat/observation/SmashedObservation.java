package peekbench.threat.observation;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record SmashedObservation(
        Precision precision,
        Shape inputShape,
        List<NamedLayer> clientLayers,
        Shape smashedShape,
        Map<TargetSet, INDArray> smashed,
        Supplier<Segment> ownSegment) {
    public SmashedObservation {
        clientLayers = List.copyOf(clientLayers);
        smashed = Map.copyOf(smashed);
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
