package peekbench.training;

import java.util.Set;
import org.apiguardian.api.API;

/**
 * What a server keeps of the epochs of a training.
 *
 * @param epochs by how many had ended, 0 for the initial weights, under which the first batches of the next one are sent
 * @param records of how many private records that are trained on it keeps the smashed data of each of these epochs
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record KeptEpochs(Set<Integer> epochs, int records) {
    /** None. */
    public static final KeptEpochs NONE = new KeptEpochs(Set.of(), 0);

    public KeptEpochs {
        epochs = Set.copyOf(epochs);
    }
}
