package peekbench.ui.model.run;

import java.util.List;
import java.util.Optional;
import peekbench.result.EpochMetrics;

/**
 * The training of the trial that is chosen.
 *
 * @param trial its id; empty when there is none
 * @param epochs that ended
 * @param planned how many there will be; 0 before the first has ended
 */
public record TrialCurves(Optional<String> trial, List<EpochMetrics> epochs, int planned) {
    /** Of nothing. */
    public static final TrialCurves NOTHING = new TrialCurves(Optional.empty(), List.of(), 0);

    public TrialCurves {
        epochs = List.copyOf(epochs);
    }
}
