package peekbench.training;

import java.util.Map;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.nn.Segment;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
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

    /** {@link #observe} as roles with different powers see it. */
    default SmashedViews views(Dataset dataset, Map<TargetSet, int[]> targets) {
        return new SmashedViews(observe(dataset, targets), this::encode, this::client);
    }

    /** What was kept of the epochs that the setup asked to watch, where the protocol has a cut to watch. */
    default WatchedTraining watched() {
        return WatchedTraining.NOTHING;
    }

    /** A copy of the tested client's layers. */
    Segment client();

    /** A copy of the server's layers. */
    Segment server();
}
