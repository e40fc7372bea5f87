package peekbench.threat.observation;

import java.util.List;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Records that the attacker owns.
 *
 * @param inputs {@code [N, C, H, W]} in [0, 1] or {@code [N, F]}
 * @param labels their classes; empty for regression
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record AuxiliaryData(INDArray inputs, List<Integer> labels) {
    public AuxiliaryData {
        labels = List.copyOf(labels);
    }

    public int size() {
        return Math.toIntExact(inputs.size(0));
    }
}
