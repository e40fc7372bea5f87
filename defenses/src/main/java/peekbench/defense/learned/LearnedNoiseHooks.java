package peekbench.defense.learned;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.SavedState;
import peekbench.seed.CountedGenerator;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.LossTerm;

/** {@link LearnedNoise} on one client: does nothing until the weights are frozen. */
final class LearnedNoiseHooks implements DefenseHooks {
    private final LearnedNoise options;
    private final NoiseCollection collection;
    private final CountedGenerator generator;
    private int[] drawn = {};

    LearnedNoiseHooks(LearnedNoise options, NoiseCollection collection, CountedGenerator generator) {
        this.options = options;
        this.collection = collection;
        this.generator = generator;
    }

    @Override
    public void weightsFrozen() {
        if (options.inverseSnr() > 0) {
            collection.begin();
        }
    }

    /** 1/SNR of this batch; a client with frozen weights makes nothing of the gradient, which is 0. */
    @Override
    public Optional<LossTerm> addToLoss(INDArray input, INDArray smashed) {
        if (!collection.hasBegun()) {
            return Optional.empty();
        }
        collection.measure(smashed);
        return Optional.of(new LossTerm(collection.inverseSnr(), Nd4j.zerosLike(smashed)));
    }

    @Override
    public INDArray filterSmashed(INDArray smashed) {
        if (!collection.hasBegun()) {
            return smashed;
        }
        drawn = generator.ints(smashed.size(0), 0, options.tensors()).toArray();
        return collection.addTo(smashed, drawn);
    }

    /** What arrives is the gradient with respect to {@code z + n}, so it is n's as well as z's. */
    @Override
    public INDArray smashedFilterGradient(INDArray gradient) {
        if (collection.hasBegun()) {
            collection.learn(gradient, drawn);
        }
        return gradient;
    }

    @Override
    public void remember(SavedState state) {
        state.generator("generator", generator);
        collection.remember(state.part("collection"));
    }
}
