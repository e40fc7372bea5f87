package peekbench.defense.privacy;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.defense.array.ExampleRows;
import peekbench.threat.defense.DefenseContext;
import peekbench.threat.defense.ExampleGradientFilter;

/** The steps of one party that trains by {@link DpSgd}, and their account. */
final class ClippedNoisySteps implements ExampleGradientFilter {
    private final DpSgd options;
    private final DefenseContext context;
    private final RandomGenerator generator;
    private final RenyiAccountant accountant;
    private long records;

    ClippedNoisySteps(DpSgd options, DefenseContext context) {
        this.options = options;
        this.context = context;
        this.generator = context.seed().child("dp-sgd").generator();
        this.accountant = new RenyiAccountant(options.noiseMultiplier());
    }

    @Override
    public double[] factors(double... norms) {
        if (options.noiseMultiplier() > 0) {
            accountant.add(Math.min(1, (double) norms.length / records()), 1);
        }
        return Arrays.stream(norms)
                .map(norm -> norm > options.clippingNorm() ? options.clippingNorm() / norm : 1)
                .toArray();
    }

    /** Read at the first step, since reading a party's records takes their memory. */
    private long records() {
        if (records == 0) {
            records = context.ownRecords().get().inputs().size(0);
        }
        return records;
    }

    @Override
    public INDArray filter(INDArray gradient, int examples) {
        double deviation = options.noiseMultiplier() * options.clippingNorm() / examples;
        if (deviation == 0) {
            return gradient;
        }
        double[] numbers = ExampleRows.numbers(gradient);
        Arrays.setAll(numbers, i -> numbers[i] + deviation * generator.nextGaussian());
        return ExampleRows.array(numbers, gradient);
    }

    @Override
    public OptionalDouble privacySpent() {
        return OptionalDouble.of(
                options.noiseMultiplier() > 0 ? accountant.epsilon(options.delta()) : Double.POSITIVE_INFINITY);
    }
}
