package peekbench.threat.defense;

import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.loss.LossFunction;

/**
 * What a party itself knows of the data: its own records with labels. They are handed to the defense that protects the
 * party, which works on its side, and to nobody else.
 *
 * @param inputs {@code [N, …]}, before any defense
 * @param targets {@code [N, outputs]}: one-hot rows for classes, numbers for regression
 * @param loss of the task
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record OwnRecords(INDArray inputs, INDArray targets, LossFunction loss) {}
