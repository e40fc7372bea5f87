package peekbench.nn.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.seed.Seed;

/** Kernels against their formulas written another way, number by number, in both precisions and across chunks. */
class KernelTest {
    private static final int LENGTH = 2 * Chunks.LENGTH + 77;
    private static final double FLOAT32 = 1e-6;
    private static final double FLOAT64 = 4e-15;

    /** What a kernel makes of the numbers at one place. */
    private interface Formula {
        double[] written(double... read);
    }

    private static double[] numbers(double... numbers) {
        return numbers;
    }

    static Stream<Arguments> kernels() {
        return Stream.of(
                kernel("add", Arithmetic.ADD, 2, v -> numbers(v[0] + v[1])),
                kernel("add square", Arithmetic.ADD_SQUARE, 2, v -> numbers(v[1] + Math.pow(v[0], 2))),
                kernel("sum", Arithmetic.SUM, 3, v -> numbers(v[0] + v[1])),
                kernel("product", Arithmetic.PRODUCT, 3, v -> numbers(v[0] * v[1])),
                kernel("relu", Activations.RELU, 2, v -> numbers(v[0] > 0 ? v[0] : 0)),
                kernel("sigmoid", Activations.SIGMOID, 2, v -> numbers(.5 + Math.tanh(v[0] / 2) / 2)),
                kernel("sigmoid gradient", Activations.SIGMOID_GRADIENT, 3, v -> numbers(v[1] * (v[0] - v[0] * v[0]))),
                kernel("tanh", Activations.TANH, 2, v -> numbers(Math.sinh(v[0]) / Math.cosh(v[0]))),
                kernel("tanh gradient", Activations.TANH_GRADIENT, 3, v -> numbers(v[1] * (1 - v[0]) * (1 + v[0]))),
                kernel("leaky relu", new LeakyRectifier(.1), 2, v -> numbers(v[0] > 0 ? v[0] : .1 * v[0])),
                kernel("leaky gradient", new LeakyRectifier.Gradient(.1), 3, v -> numbers(v[0] > 0 ? v[1] : .1 * v[1])),
                kernel("deviations", Deviations.ADD_SQUARE, 3, v -> numbers(v[2] + Math.pow(v[0] - v[1], 2))),
                kernel(
                        "products",
                        Deviations.ADD_PRODUCT,
                        5,
                        v -> numbers(v[3] + v[2], v[4] + v[2] * v[0] - v[2] * v[1])),
                kernel("standardize", Deviations.STANDARDIZE, 5, v -> numbers(v[0] * v[2] - v[1] * v[2] + v[3])),
                kernel(
                        "standardize gradient",
                        Deviations.STANDARDIZE_GRADIENT,
                        7,
                        v -> numbers(v[2] * v[3] + v[0] * v[4] - v[1] * v[4] + v[5])),
                kernel("momentum", new Descent.Momentum(.9, .01, .1), 3, v -> {
                    double velocity = .9 * v[2] + v[0] + .01 * v[1];
                    return numbers(v[1] - .1 * velocity, velocity);
                }));
    }

    private static Arguments kernel(String name, ElementwiseKernel kernel, int operands, Formula formula) {
        return Arguments.of(name, kernel, operands, formula);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void kernelsFollowTheirFormulas(String name, ElementwiseKernel kernel, int operands, Formula formula) {
        compare(kernel, operands, formula, Precision.FLOAT64, FLOAT64);
        compare(kernel, operands, formula, Precision.FLOAT32, FLOAT32);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theGradientPassesWhereReluDoes(Precision precision) {
        INDArray x = random(0, precision);
        INDArray gradient = random(1, precision);
        INDArray y = x.like();
        INDArray result = x.like();
        Chunks chunks = Chunks.of(precision);
        chunks.run(Activations.RELU, Memory.of(x), Memory.of(y));
        chunks.runReluGradient(Memory.of(y), Memory.of(gradient), Memory.of(result));
        for (int i = 0; i < LENGTH; i++) {
            assertThat(result.getDouble(i))
                    .as("number %d", i)
                    .isEqualTo(x.getDouble(i) > 0 ? gradient.getDouble(i) : 0);
        }
    }

    /** Adam divides by a root, which must not be that of a negative number. */
    @ParameterizedTest(name = "decay {0}")
    @MethodSource("decays")
    void adamFollowsItsFormula(double decay) {
        Descent.Adam adam = new Descent.Adam(.9, .999, 1e-8, decay, .01, .3);
        for (Precision precision : Precision.values()) {
            INDArray[] before = {
                random(0, precision),
                random(1, precision),
                random(2, precision),
                random(3, precision).mul(.1).add(.2)
            };
            INDArray[] after = Stream.of(before).map(INDArray::dup).toArray(INDArray[]::new);
            Chunks.of(precision).run(adam, memories(after));
            for (int i = 0; i < LENGTH; i++) {
                double q = before[0].getDouble(i) + decay * before[1].getDouble(i);
                double m = .9 * before[2].getDouble(i) + .1 * q;
                double v = .999 * before[3].getDouble(i) + .001 * q * q;
                double p = before[1].getDouble(i) - .01 * m / (Math.sqrt(v) / .3 + 1e-8);
                double tolerance = precision == Precision.FLOAT32 ? FLOAT32 : FLOAT64;
                assertThat(after[2].getDouble(i)).isCloseTo(m, within(tolerance));
                assertThat(after[3].getDouble(i)).isCloseTo(v, within(tolerance));
                assertThat(after[1].getDouble(i)).isCloseTo(p, within(tolerance));
            }
        }
    }

    static Stream<Double> decays() {
        return Stream.of(0., .01);
    }

    private static void compare(
            ElementwiseKernel kernel, int operands, Formula formula, Precision precision, double tolerance) {
        INDArray[] before = new INDArray[operands];
        for (int i = 0; i < operands; i++) {
            before[i] = random(i, precision);
        }
        INDArray[] after = Stream.of(before).map(INDArray::dup).toArray(INDArray[]::new);
        Chunks.of(precision).run(kernel, memories(after));
        double[] values = new double[operands];
        for (int i = 0; i < LENGTH; i++) {
            for (int k = 0; k < operands; k++) {
                values[k] = before[k].getDouble(i);
            }
            double[] expected = formula.written(values);
            assertThat(expected).hasSize(kernel.written());
            for (int k = 0; k < expected.length; k++) {
                assertThat(after[operands - expected.length + k].getDouble(i))
                        .as("operand %d, number %d of %s", k, i, precision)
                        .isCloseTo(expected[k], within(tolerance * Math.max(1, Math.abs(expected[k]))));
            }
        }
    }

    private static Memory[] memories(INDArray... arrays) {
        return Stream.of(arrays).map(Memory::of).toArray(Memory[]::new);
    }

    /** Numbers in [-1, 1], among them zeros of both signs and the smallest positive ones. */
    private static INDArray random(int operand, Precision precision) {
        RandomGenerator generator = Seed.of(7).child("operand-" + operand).generator();
        double[] numbers = generator.doubles(LENGTH, -1, 1).toArray();
        numbers[0] = 0;
        numbers[LENGTH - 1] = -0.;
        numbers[3 + operand] = precision == Precision.FLOAT32 ? Float.MIN_VALUE : Double.MIN_VALUE;
        return Nd4j.createFromArray(numbers).castTo(precision.dataType());
    }
}
