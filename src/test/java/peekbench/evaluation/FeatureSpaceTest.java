package peekbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.model.LeNet5;
import peekbench.seed.Seed;

class FeatureSpaceTest {
    private static final Seed SEED = Seed.of(4);

    @Test
    void theLastFeaturesAreWhatTheOutputIsComputedFrom() {
        Segment network = Segment.create(
                new LeNet5().architecture(Shape.of(1, 28, 28), 10).layers(),
                Shape.of(1, 28, 28),
                Precision.FLOAT64,
                SEED);
        INDArray inputs = inputs(3, 1, 28, 28);
        INDArray features = FeatureSpace.of(network).last(inputs);
        assertThat(features.shape()).containsExactly(3, 84);
        Segment last =
                Segment.create(List.of(new NamedLayer("fc3", new Dense(10))), Shape.of(84), Precision.FLOAT64, SEED);
        last.parameters()
                .assign(network.parameters()
                        .get(NDArrayIndex.interval(
                                network.parameterCount() - last.parameterCount(), network.parameterCount())));
        assertThat(last.predict(features)).isEqualTo(network.predict(inputs));
    }

    /** Zhang et al. (2018), Equation 1 with all weights 1, computed place by place. */
    @Test
    void theDistanceIsThatOfUnitFeatures() {
        Convolution convolution = new Convolution(3, 3, 1, 1);
        List<NamedLayer> first =
                List.of(new NamedLayer("conv1", convolution), new NamedLayer("relu1", Activation.RELU));
        List<NamedLayer> second = List.of(
                new NamedLayer("flatten", new Flatten()),
                new NamedLayer("fc1", new Dense(4)),
                new NamedLayer("tanh1", Activation.TANH));
        List<NamedLayer> all = new ArrayList<>(first);
        all.addAll(second);
        all.add(new NamedLayer("fc2", new Dense(2)));
        Segment network = Segment.create(all, Shape.of(1, 5, 6), Precision.FLOAT64, SEED);
        INDArray a = inputs(60, 1, 5, 6);
        INDArray b = inputs(60, 1, 5, 6).muli(.5).addi(.1);

        double[] distances = FeatureSpace.of(network).distances(a, b);

        Segment one = Segment.create(first, Shape.of(1, 5, 6), Precision.FLOAT64, SEED);
        Segment two = Segment.create(second, Shape.of(3, 5, 6), Precision.FLOAT64, SEED);
        INDArray featuresA = one.predict(a);
        INDArray featuresB = one.predict(b);
        INDArray denseA = two.predict(featuresA);
        INDArray denseB = two.predict(featuresB);
        for (int i = 0; i < 60; i++) {
            double places = 0;
            for (int y = 0; y < 5; y++) {
                for (int x = 0; x < 6; x++) {
                    places += apart(at(featuresA, i, y, x), at(featuresB, i, y, x));
                }
            }
            double layers = places / 30
                    + apart(denseA.getRow(i).toDoubleVector(), denseB.getRow(i).toDoubleVector());
            assertThat(distances[i]).isCloseTo(layers / 2, within(1e-5));
        }
        assertThat(FeatureSpace.of(network).distances(a, a)).containsOnly(0);
    }

    private static double[] at(INDArray features, int example, int y, int x) {
        double[] channels = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            channels[channel] = features.getDouble(example, channel, y, x);
        }
        return channels;
    }

    private static double apart(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            double difference = a[k] / (length(a) + 1e-10) - b[k] / (length(b) + 1e-10);
            sum += difference * difference;
        }
        return sum;
    }

    private static double length(double[] vector) {
        double sum = 0;
        for (double number : vector) {
            sum += number * number;
        }
        return Math.sqrt(sum);
    }

    private static INDArray inputs(long... shape) {
        int length = 1;
        for (long side : shape) {
            length *= Math.toIntExact(side);
        }
        return Nd4j.createFromArray(
                        SEED.child("inputs").generator().doubles(length).toArray())
                .reshape('c', shape);
    }
}
