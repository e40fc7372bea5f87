package peekbench.threat.view;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import peekbench.nn.array.Precision;
import peekbench.threat.observation.ObservedBatch;

/**
 * Someone who, while a network is trained, gets the gradient of the loss for each example at a cut, and the features there,
 * but is not sent the labels. Around a wrapped-around network this is the server: it sends features to the clients' last
 * layers and gets their gradients. In two-party split learning (Li et al. 2022) it is the feature party, to which the party
 * with the labels returns the gradients of its smashed data.
 *
 * @param precision of all arrays
 * @param outputs of the network: the number of classes
 * @param epochs the steps of the watched epochs, from 1, in the order of training
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Role(
        value = "a party that gets the gradients of a training but not its labels",
        sees = "the gradients at the cut, one for each example, and the features there")
public record GradientView(Precision precision, int outputs, Map<Integer, List<ObservedBatch>> epochs)
        implements AdversaryView {
    public GradientView {
        epochs = Map.copyOf(epochs);
    }

    /**
     * All steps of an epoch.
     *
     * @throws IllegalArgumentException when it was not watched, or training ended before it
     */
    public List<ObservedBatch> epoch(int epoch) {
        return WatchedEpochs.of(epochs, epoch);
    }
}
