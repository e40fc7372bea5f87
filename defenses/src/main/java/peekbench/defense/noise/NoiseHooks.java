package peekbench.defense.noise;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.defense.array.ExampleRows;
import peekbench.nn.array.SavedState;
import peekbench.seed.CountedGenerator;
import peekbench.threat.defense.DefenseHooks;

/**
 * Noise on the smashed data of one party, fresh at every pass, that of predictions included. What was clipped is kept for
 * the backward pass; the noise itself does not depend on z, so its gradient is that of c(z).
 */
final class NoiseHooks implements DefenseHooks {
    private final Optional<Clipping> clipping;
    private final double scale;
    private final ToDoubleFunction<RandomGenerator> standard;
    private final CountedGenerator generator;
    private Optional<INDArray> unclipped = Optional.empty();

    /**
     * @param scale what the standard noise is multiplied by; 0 adds none
     * @param standard draws a number of scale 1
     */
    NoiseHooks(
            Optional<Clipping> clipping,
            double scale,
            ToDoubleFunction<RandomGenerator> standard,
            CountedGenerator generator) {
        this.clipping = clipping;
        this.scale = scale;
        this.standard = standard;
        this.generator = generator;
    }

    @Override
    public INDArray filterSmashed(INDArray smashed) {
        if (clipping.isPresent()) {
            // The array is the segment's own memory, which the next pass overwrites.
            unclipped = Optional.of(smashed.dup('c'));
        }
        INDArray clipped = clipping.map(active -> active.clip(smashed)).orElse(smashed);
        return scale == 0 ? clipped : noisy(clipped);
    }

    private INDArray noisy(INDArray clipped) {
        double[] numbers = ExampleRows.numbers(clipped);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += scale * standard.applyAsDouble(generator);
        }
        return ExampleRows.array(numbers, clipped);
    }

    @Override
    public INDArray smashedFilterGradient(INDArray gradient) {
        return clipping.isPresent() && unclipped.isPresent()
                ? clipping.get().backward(gradient, unclipped.get())
                : gradient;
    }

    @Override
    public void remember(SavedState state) {
        state.generator("generator", generator);
    }
}
