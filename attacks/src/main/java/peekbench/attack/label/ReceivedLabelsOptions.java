package peekbench.attack.label;

import java.util.List;
import peekbench.registry.Default;
import peekbench.registry.Summary;
import peekbench.threat.attack.Attack;

/**
 * Options of {@link ReceivedLabels}.
 *
 * @param epochs of training, from 1, whose labels are read; each a strength, the first under the attack's own name
 */
@Summary("the labels that a protocol sends to the server anyway, for a table to say so")
public record ReceivedLabelsOptions(
        @Default("[1]") @Summary("epochs of training whose labels are read")
        List<Integer> epochs) implements EpochOptions {
    public ReceivedLabelsOptions {
        epochs = List.copyOf(epochs);
        EpochOptions.check(epochs);
    }

    @Override
    public Attack<?, ?> create() {
        return new ReceivedLabels(this);
    }
}
