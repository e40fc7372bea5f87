package peekbench.training;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.nn.Segment;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.observation.Transcript;

/** Another trained network in all that is not said otherwise. */
interface ForwardingNetwork extends TrainedNetwork {
    /** The other. */
    TrainedNetwork network();

    @Override
    default WatchedTraining watched() {
        return network().watched();
    }

    @Override
    default Transcript<TrainedNetwork> past() {
        return network().past();
    }

    @Override
    default INDArray predict(INDArray inputs) {
        return network().predict(inputs);
    }

    @Override
    default SmashedObservation observe(Dataset dataset, Map<TargetSet, int[]> targets) {
        return network().observe(dataset, targets);
    }

    @Override
    default INDArray encode(INDArray inputs) {
        return network().encode(inputs);
    }

    @Override
    default INDArray encode(int client, INDArray inputs) {
        return network().encode(client, inputs);
    }

    @Override
    default Segment client(int client) {
        return network().client(client);
    }

    @Override
    default Segment client() {
        return network().client();
    }

    @Override
    default Segment server() {
        return network().server();
    }
}
