package peekbench.defense.learned;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.SavedState;
import peekbench.nn.array.Shape;
import peekbench.threat.defense.DefenseContext;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.LossTerm;

/** {@link AdversarialDecoder} on one client, which makes its decoder when it sees its first batch. */
final class AdversarialDecoderHooks implements DefenseHooks {
    private final AdversarialDecoder options;
    private final DefenseContext context;
    private Optional<InnerDecoder> decoder = Optional.empty();

    AdversarialDecoderHooks(AdversarialDecoder options, DefenseContext context) {
        this.options = options;
        this.context = context;
    }

    @Override
    public Optional<LossTerm> addToLoss(INDArray input, INDArray smashed) {
        if (options.weight() == 0) {
            return Optional.empty();
        }
        if (decoder.isEmpty()) {
            decoder = Optional.of(new InnerDecoder(
                    options, Shape.ofExample(smashed.shape()), Shape.ofExample(input.shape()), context));
        }
        decoder.get().learn(input, smashed);
        return Optional.of(decoder.get().term(input, smashed));
    }

    @Override
    public void remember(SavedState state) { // only training goes by what is drawn and gathered here
    }
}
