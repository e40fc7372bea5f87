package peekbench.defense.compression;

import com.google.auto.service.AutoService;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.defense.array.ExampleRows;
import peekbench.nn.array.SavedState;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.defense.DefenseProvider;

/**
 * Uniform quantization of smashed data to {@code n = 2^b} levels between l and h, both of them levels: with {@code s = (h -
 * l) / (n - 1)}, {@code q(z) = l + s round((min(max(z, l), h) - l) / s)} leaves the client; halves go to the even level.
 *
 * <p>The gradient goes straight through the rounding and is 0 for numbers outside [l, h]. The range of a batch is taken as
 * given in the backward pass.
 *
 * <p>Deviations: the paper moves the range so that 0 is a level and learns it as a running mean; here it is stated or the
 * batch's own. Levels are sent as ordinary numbers, so the bytes that the channel counts do not fall.
 *
 * @param bits b, 1 to 32; 32 is an ordinary float and leaves every bit as it is
 * @param range l and h; a batch whose numbers are all the same is left as it is
 */
@Paper(
        authors = "Jacob, Kligys, Chen, Zhu, Tang, Howard, Adam, Kalenichenko",
        title = "Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference",
        year = 2018,
        venue = "CVPR",
        section = "3, equation 12")
@Name("quantization")
@Summary("Smashed data are rounded to few levels")
public record Quantization(
        @Summary("bits of a number; 32 leaves numbers as they are")
        int bits,

        @Default("batch") @Summary("between which numbers the levels lie")
        QuantizationRange range)
        implements DefenseOptions {
    private static final int FLOAT = 32;

    /** @throws peekbench.problem.ConfigurationException when the bits are outside 1 to 32 */
    public Quantization {
        Problems problems = new Problems();
        if (bits < 1 || bits > FLOAT) {
            problems.add("bits", "is " + bits + "; it must be 1 to " + FLOAT + ".");
        }
        problems.throwIfAny();
    }

    @Override
    public Defense create() {
        return context -> new Hooks(this);
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.SMASHED_DATA);
    }

    @Override
    public String label() {
        return "quantization to " + bits + (bits == 1 ? " bit, " : " bits, ") + range.label();
    }

    private static final class Hooks implements DefenseHooks {
        private final Quantization options;
        private Optional<INDArray> inside = Optional.empty();

        Hooks(Quantization options) {
            this.options = options;
        }

        @Override
        public INDArray filterSmashed(INDArray smashed) {
            double low = options.range.low(smashed);
            double high = options.range.high(smashed);
            inside = Optional.empty();
            if (options.bits == FLOAT || high == low) {
                return smashed;
            }
            double step = (high - low) / (Math.pow(2, options.bits) - 1);
            double[] numbers = ExampleRows.numbers(smashed);
            double[] passes = new double[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                passes[i] = numbers[i] >= low && numbers[i] <= high ? 1 : 0;
                numbers[i] = low + step * Math.rint((Math.min(Math.max(numbers[i], low), high) - low) / step);
            }
            inside = Optional.of(ExampleRows.array(passes, smashed));
            return ExampleRows.array(numbers, smashed);
        }

        @Override
        public INDArray smashedFilterGradient(INDArray gradient) {
            return inside.map(gradient::mul).orElse(gradient);
        }

        @Override
        public void remember(SavedState state) { // follows from the options and the seed
        }
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
