package peekbench.training;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.nn.Segment;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.observation.Transcript;

/** A trained network whose training somebody watched. */
public record WatchedNetwork(TrainedNetwork network, WatchedTraining watched) implements TrainedNetwork {
    @Override
    public Transcript<TrainedNetwork> past() {
        return network.past();
    }

    @Override
    public INDArray predict(INDArray inputs) {
        return network.predict(inputs);
    }

    @Override
    public SmashedObservation observe(Dataset dataset, Map<TargetSet, int[]> targets) {
        return network.observe(dataset, targets);
    }

    @Override
    public INDArray encode(INDArray inputs) {
        return network.encode(inputs);
    }

    @Override
    public INDArray encode(int client, INDArray inputs) {
        return network.encode(client, inputs);
    }

    @Override
    public Segment client(int client) {
        return network.client(client);
    }

    @Override
    public Segment client() {
        return network.client();
    }

    @Override
    public Segment server() {
        return network.server();
    }
}
