package peekbench.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.BatchNormalization;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Dropout;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.Residual;
import peekbench.nn.loss.LossFunction;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;

class ExampleGradientsTest {
    private static final int EXAMPLES = 4;
    private static final double STEP = 1e-5;
    private static final List<NamedLayer> LAYERS = List.of(
            new NamedLayer("conv", new Convolution(3, 3, 1, 1)),
            new NamedLayer("tanh", Activation.TANH),
            new NamedLayer("flatten", new Flatten()),
            new NamedLayer("dense", new Dense(3)));

    private final Segment segment = Segment.create(LAYERS, Shape.of(1, 4, 4), Precision.FLOAT64, Seed.of(3));
    private final INDArray inputs = numbers("inputs", EXAMPLES, 1, 4, 4);
    private final INDArray targets = numbers("targets", EXAMPLES, 3);

    /** Central differences in float64; their error is of the order of the squared step. */
    @Test
    void normsAreThoseOfEachExamplesOwnLoss() {
        double[] squares = new ExampleGradients(segment).squaredNorms(inputs, outputGradient());
        for (int example = 0; example < EXAMPLES; example++) {
            double sum = 0;
            for (int place = 0; place < segment.parameterCount(); place++) {
                double slope = (lossAt(place, STEP, example) - lossAt(place, -STEP, example)) / (2 * STEP);
                sum += slope * slope;
            }
            assertThat(squares[example]).isCloseTo(sum, within(1e-7 * sum));
        }
    }

    /** An example's part of the batch's loss. */
    private double lossAt(int place, double step, int example) {
        double before = segment.parameters().getDouble(place);
        segment.parameters().putScalar(place, before + step);
        var row = NDArrayIndex.interval(example, example + 1);
        double loss = LossFunction.MEAN_SQUARED_ERROR
                .of(segment.predict(inputs.get(row)), targets.get(row))
                .loss();
        segment.parameters().putScalar(place, before);
        return loss / EXAMPLES;
    }

    /** To the rounding of float64. */
    @Test
    void weightedGradientsAreTheSumOfWeightedExamples() {
        INDArray outputGradient = outputGradient();
        ExampleGradients examples = new ExampleGradients(segment);
        INDArray sum = Nd4j.zeros(DataType.DOUBLE, segment.parameterCount());
        double[] factors = {1, .5, 0, .25};
        for (int example = 0; example < EXAMPLES; example++) {
            var row = NDArrayIndex.interval(example, example + 1);
            segment.forward(inputs.get(row));
            segment.backwardParameters(outputGradient.get(row));
            sum.addi(segment.gradients().mul(factors[example]));
        }
        examples.weigh(inputs, outputGradient, factors);
        assertThat(segment.gradients().sub(sum).amaxNumber().doubleValue()).isLessThan(1e-14);
    }

    @Test
    void lookingAtExamplesLeavesTheSegmentsGradientAndActivations() {
        INDArray outputGradient = outputGradient();
        segment.forward(inputs);
        segment.backwardParameters(outputGradient);
        byte[] undisturbed = ArrayBits.bits(segment.gradients());
        segment.forward(inputs);
        new ExampleGradients(segment).squaredNorms(inputs, outputGradient);
        segment.backwardParameters(outputGradient);
        assertThat(ArrayBits.bits(segment.gradients())).isEqualTo(undisturbed);
    }

    @Test
    void layersThatMixExamplesOrDrawAreNamed() {
        NamedLayer block = new NamedLayer(
                "block",
                new Residual(List.of(new NamedLayer("norm", new BatchNormalization())), List.of(), Optional.empty()));
        List<NamedLayer> layers =
                List.of(new NamedLayer("drop", new Dropout(.5)), new NamedLayer("still", new Dropout(0)), block);
        Segment mixing = Segment.create(layers, Shape.of(1, 4, 4), Precision.FLOAT32, Seed.of(3));
        assertThatThrownBy(() -> new ExampleGradients(mixing))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The layers (drop, block) mix the examples of a batch or draw random numbers")
                .hasMessageContaining("Use a model without batch normalisation");
    }

    private INDArray outputGradient() {
        return LossFunction.MEAN_SQUARED_ERROR
                .of(segment.predict(inputs), targets)
                .gradient();
    }

    private static INDArray numbers(String stream, long... shape) {
        RandomGenerator generator = Seed.of(5).child(stream).generator();
        INDArray array = Nd4j.create(DataType.DOUBLE, shape);
        for (long place = 0; place < array.length(); place++) {
            array.putScalar(place, generator.nextGaussian());
        }
        return array;
    }
}
