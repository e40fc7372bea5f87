package peekbench.attack.label;

import com.google.auto.service.AutoService;
import java.util.List;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Summary;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProvider;

/**
 * Options of {@link ReceivedLabels}.
 *
 * @param epochs of training, from 1, whose labels are read; each a strength, the first under the attack's own name
 */
@Name("received-labels")
@Summary("The labels that the protocol sends to the server anyway")
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

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
