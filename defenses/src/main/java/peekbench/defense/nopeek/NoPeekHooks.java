package peekbench.defense.nopeek;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.metric.DistanceCorrelation;
import peekbench.metric.ValueAndGradient;
import peekbench.nn.array.SavedState;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.LossTerm;

/** {@link NoPeek} on one client; keeps nothing between batches. */
final class NoPeekHooks implements DefenseHooks {
    private final NoPeek options;

    NoPeekHooks(NoPeek options) {
        this.options = options;
    }

    @Override
    public double taskLossWeight() {
        return options.form() == NoPeek.Form.CONVEX ? 1 - options.weight() : 1;
    }

    /** {@code a dCor(x, z)} of one batch; a batch of one example has no distances and adds nothing. */
    @Override
    public Optional<LossTerm> addToLoss(INDArray input, INDArray smashed) {
        if (options.weight() == 0 || input.size(0) < 2) {
            return Optional.empty();
        }
        ValueAndGradient correlation = DistanceCorrelation.withGradient(input, smashed);
        return Optional.of(
                new LossTerm(correlation.value(), correlation.gradient().muli(options.weight())));
    }

    @Override
    public void remember(SavedState state) { // only training goes by what is drawn and gathered here
    }
}
