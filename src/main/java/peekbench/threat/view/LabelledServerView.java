package peekbench.threat.view;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import peekbench.nn.array.Precision;

/**
 * A server to which the protocol sends the labels with the smashed data. There is nothing to infer; the view exists so that
 * a table says so.
 *
 * @param precision of all arrays
 * @param outputs of the network: the number of classes
 * @param labels the classes received in the watched epochs, from 1, in the order of training
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Role(value = "a server that is sent the labels", sees = "the labels that clients send with their smashed data")
public record LabelledServerView(Precision precision, int outputs, Map<Integer, List<Integer>> labels)
        implements AdversaryView {
    public LabelledServerView {
        labels = Map.copyOf(labels);
    }

    /**
     * The classes received in an epoch.
     *
     * @throws IllegalArgumentException when it was not watched, or training ended before it
     */
    public List<Integer> labels(int epoch) {
        return WatchedEpochs.of(labels, epoch);
    }
}
