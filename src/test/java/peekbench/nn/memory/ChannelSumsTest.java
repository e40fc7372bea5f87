package peekbench.nn.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.seed.Seed;

/** Sums by channel against ND4J's own, for channels within a chunk, over its end and longer than one. */
class ChannelSumsTest {
    private static final int EXAMPLES = 5;

    @ParameterizedTest
    @CsvSource({
        "3, 7, FLOAT64, 1e-12",
        "900, 4, FLOAT64, 1e-12",
        "3, 1500, FLOAT64, 1e-11",
        "2, 5000, FLOAT64, 1e-11",
        "3, 1500, FLOAT32, 2e-3",
        "900, 4, FLOAT32, 1e-5"
    })
    void sumsAreThoseOfTheChannels(int channels, int places, Precision precision, double tolerance) {
        INDArray x = random("x", channels, places, precision);
        INDArray g = random("g", channels, places, precision);
        double[] centres = new double[channels];
        for (int c = 0; c < channels; c++) {
            centres[c] = .25 + (c % 5) * .125;
        }
        INDArray deviations = x.sub(column(centres, precision));
        ChannelSums sums = new ChannelSums(channels, places, precision);

        close(sums.sums(Memory.of(x), EXAMPLES), x.sum(0, 2), tolerance);
        double[] squares = new double[channels];
        sums.squaredDeviations(Memory.of(x), EXAMPLES, centres, squares);
        close(squares, deviations.mul(deviations).sum(0, 2), tolerance);
        double[] plain = new double[channels];
        double[] products = new double[channels];
        sums.deviationProducts(Memory.of(g), Memory.of(x), EXAMPLES, centres, plain, products);
        close(plain, g.sum(0, 2), tolerance);
        close(products, g.mul(deviations).sum(0, 2), tolerance);
    }

    @ParameterizedTest
    @CsvSource({"3, 7, FLOAT64, 1e-14", "900, 4, FLOAT32, 1e-6", "2, 5000, FLOAT32, 1e-6"})
    void mapsTakeTheNumbersOfTheirChannel(int channels, int places, Precision precision, double tolerance) {
        INDArray x = random("x", channels, places, precision);
        INDArray g = random("g", channels, places, precision);
        INDArray y = x.like();
        double[] centres = new double[channels];
        double[] factors = new double[channels];
        double[] slopes = new double[channels];
        double[] shifts = new double[channels];
        for (int c = 0; c < channels; c++) {
            centres[c] = (c % 3) * .5;
            factors[c] = 1 + (c % 4) * .25;
            slopes[c] = (c % 2) * .5;
            shifts[c] = c % 7;
        }
        INDArray deviations = x.sub(column(centres, precision));
        ChannelSums sums = new ChannelSums(channels, places, precision);

        sums.standardize(Memory.of(x), Memory.of(y), EXAMPLES, centres, factors, shifts);
        INDArray expected = deviations.mul(column(factors, precision)).add(column(shifts, precision));
        close(y.data().asDouble(), expected, tolerance);
        sums.standardizeGradient(Memory.of(g), Memory.of(x), Memory.of(y), EXAMPLES, centres, factors, slopes, shifts);
        INDArray back = g.mul(column(factors, precision))
                .add(deviations.mul(column(slopes, precision)))
                .add(column(shifts, precision));
        close(y.data().asDouble(), back, tolerance);
    }

    private static INDArray random(String name, int channels, int places, Precision precision) {
        double[] numbers = Seed.of(3)
                .child(name)
                .generator()
                .doubles((long) EXAMPLES * channels * places, -1, 1)
                .toArray();
        return Nd4j.createFromArray(numbers).castTo(precision.dataType()).reshape('c', EXAMPLES, channels, places);
    }

    private static INDArray column(double[] values, Precision precision) {
        return Nd4j.createFromArray(values).castTo(precision.dataType()).reshape('c', 1, values.length, 1);
    }

    private static void close(double[] actual, INDArray expected, double tolerance) {
        double[] wanted = expected.dup('c').data().asDouble();
        assertThat(actual).hasSize(wanted.length);
        for (int i = 0; i < wanted.length; i++) {
            assertThat(actual[i])
                    .as("number %d", i)
                    .isCloseTo(wanted[i], within(tolerance * Math.max(1, Math.abs(wanted[i]))));
        }
    }
}
