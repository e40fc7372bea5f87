package peekbench.training;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.nn.Segment;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.observation.Transcript;
import peekbench.threat.view.SmashedViews;

/** What training made, split between clients and a server and at work with every defense in place. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface TrainedNetwork {

    /** The outputs {@code [N, outputs]} for inputs {@code [N, …]}: the client encodes, the server answers. */
    INDArray predict(INDArray inputs);

    /**
     * What the server receives when clients have it predict private records.
     *
     * @param targets the records of each target set, in order
     */
    SmashedObservation observe(Dataset dataset, Map<TargetSet, int[]> targets);

    /**
     * What the server receives {@code [N, …]} when the tested client has it predict inputs {@code [N, …]}: the smashed data
     * after every defense.
     */
    INDArray encode(INDArray inputs);

    /**
     * The same when a client does, of those that have layers of their own.
     *
     * @param client its number, as in the {@link peekbench.threat.observation.Senders} of what is observed
     */
    default INDArray encode(int client, INDArray inputs) {
        return encode(inputs);
    }

    /** {@link #observe} as roles with different powers see it, who kept nothing of earlier epochs. */
    default SmashedViews views(Dataset dataset, Map<TargetSet, int[]> targets) {
        return views(dataset, targets, 0);
    }

    /**
     * {@link #observe} as roles with different powers see it, with what they kept of earlier epochs.
     *
     * @param keptRecords of how many records that were trained on smashed data of earlier epochs were kept, the first ones
     */
    default SmashedViews views(Dataset dataset, Map<TargetSet, int[]> targets, int keptRecords) {
        Map<TargetSet, int[]> kept = new EnumMap<>(TargetSet.class);
        int[] trained = targets.getOrDefault(TargetSet.VICTIM_TRAIN, new int[0]);
        kept.put(TargetSet.VICTIM_TRAIN, Arrays.copyOf(trained, Math.min(keptRecords, trained.length)));
        boolean any = kept.get(TargetSet.VICTIM_TRAIN).length > 0;
        return new SmashedViews(
                observe(dataset, targets),
                (client, inputs) -> encode(client, inputs),
                (int client) -> client(client),
                any ? past().map(earlier -> earlier.views(dataset, kept, 0)) : Transcript.none());
    }

    /** The parties as they were at the epochs that the setup asked to keep, where the protocol keeps them. */
    default Transcript<TrainedNetwork> past() {
        return Transcript.none();
    }

    /** What was kept of the epochs that the setup asked to watch, where the protocol has a cut to watch. */
    default WatchedTraining watched() {
        return WatchedTraining.NOTHING;
    }

    /** A copy of the tested client's layers. */
    Segment client();

    /**
     * A copy of a client's layers, of those that have their own.
     *
     * @param client its number, as in the {@link peekbench.threat.observation.Senders} of what is observed
     */
    default Segment client(int client) {
        return client();
    }

    /** A copy of the server's layers. */
    Segment server();
}
