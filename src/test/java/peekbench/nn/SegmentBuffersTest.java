package peekbench.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.BatchNormalization;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Dropout;
import peekbench.nn.layer.GlobalAveragePooling;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.Residual;
import peekbench.nn.loss.LossFunction;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;

/** What a segment keeps beside its weights: running statistics and the place in its random numbers. */
class SegmentBuffersTest {
    private static final Shape INPUT = Shape.of(3, 6, 6);
    private static final List<NamedLayer> BLOCK = List.of(
            new NamedLayer("conv", new Convolution(5, 3, 1, 1, false)),
            new NamedLayer("norm", new BatchNormalization()),
            new NamedLayer("relu", Activation.RELU));
    private static final List<NamedLayer> LAYERS = List.of(
            new NamedLayer("block1", new Residual(BLOCK, BLOCK, Optional.of(Activation.RELU))),
            new NamedLayer("dropout", new Dropout(.4)),
            new NamedLayer("pool", new GlobalAveragePooling()),
            new NamedLayer("norm", new BatchNormalization()),
            new NamedLayer("fc", new Dense(4)));

    @Test
    void buffersStartAtMeanZeroAndVarianceOne() {
        Segment segment = segment(Precision.FLOAT32);
        assertThat(segment.bufferCount()).isEqualTo(30);
        double[] ofFirst = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        assertThat(segment.buffers().data().asDouble()).startsWith(ofFirst);
    }

    @Test
    void aSegmentWithoutBuffersHasAnEmptyVectorOfThem() {
        Segment plain =
                Segment.create(List.of(new NamedLayer("fc", new Dense(2))), Shape.of(3), Precision.FLOAT32, Seed.of(1));
        assertThat(plain.bufferCount()).isZero();
        assertThat(plain.buffers().length()).isZero();
        assertThat(plain.copy().buffers().length()).isZero();
    }

    @Test
    void trainingMovesBuffersAndPredictingDoesNot() {
        Segment segment = segment(Precision.FLOAT64);
        byte[] before = bits(segment.buffers());
        segment.predict(images(8, Precision.FLOAT64));
        assertThat(bits(segment.buffers())).isEqualTo(before);
        segment.forward(images(8, Precision.FLOAT64));
        assertThat(bits(segment.buffers())).isNotEqualTo(before);
    }

    @Test
    void writtenBuffersChangeThePrediction() {
        Segment segment = segment(Precision.FLOAT64);
        INDArray before = segment.predict(images(2, Precision.FLOAT64));
        segment.buffers().assign(3);
        assertThat(bits(segment.predict(images(2, Precision.FLOAT64)))).isNotEqualTo(bits(before));
    }

    @Test
    void aCopyGoesOnLikeTheOriginalAndApartFromIt() {
        Segment segment = segment(Precision.FLOAT32);
        INDArray x = images(6, Precision.FLOAT32);
        segment.forward(x);
        Segment copy = segment.copy();
        assertThat(bits(copy.buffers())).isEqualTo(bits(segment.buffers()));
        byte[] before = bits(segment.buffers());
        INDArray output = copy.forward(x);
        assertThat(bits(segment.buffers())).isEqualTo(before);
        assertThat(bits(segment.forward(x))).isEqualTo(bits(output));
        assertThat(bits(segment.buffers())).isEqualTo(bits(copy.buffers()));
    }

    @Test
    void aReplicaSharesWeightsButNotStatistics() {
        Segment segment = segment(Precision.FLOAT32);
        Segment replica = segment.replica();
        byte[] before = bits(segment.buffers());
        replica.forward(images(6, Precision.FLOAT32));
        assertThat(bits(segment.buffers())).isEqualTo(before);
        segment.parameters().putScalar(0, 7);
        assertThat(replica.parameters().getDouble(0)).isEqualTo(7);
    }

    @Test
    void halvesOfABatchAverageTheirStatistics() {
        Segment segment = Segment.create(
                List.of(new NamedLayer("norm", new BatchNormalization())), Shape.of(1), Precision.FLOAT64, Seed.of(1));
        INDArray x = Nd4j.createFromArray(0d, 2, 1, 10, 20).reshape('c', 5, 1);
        new BatchTrainer(segment, new Optimizer.Sgd(.1, 0, 0), LossFunction.MEAN_SQUARED_ERROR).step(x, x);
        assertThat(segment.buffers().getDouble(0)).isCloseTo(.1 * 33 / 5, within(1e-12));
        assertThat(segment.buffers().getDouble(1)).isCloseTo(.9 + .1 * (.6 * 1 + .4 * 50), within(1e-12));
    }

    @Test
    void halvesAreDeterministicWithBuffersAndDropout() {
        assertThat(bits(trained().parameters())).isEqualTo(bits(trained().parameters()));
        assertThat(bits(trained().buffers())).isEqualTo(bits(trained().buffers()));
    }

    @Test
    void everySplitTrainsLikeTheWhole() {
        Architecture network = new Architecture("test", INPUT, LAYERS);
        INDArray x = images(6, Precision.FLOAT32);
        INDArray direction = Nd4j.ones(DataType.FLOAT, 6, 4);
        for (String cut : network.cuts()) {
            Segment whole = segment(Precision.FLOAT32);
            Segment front = Segment.create(network.front(cut), INPUT, Precision.FLOAT32, Seed.of(3));
            Segment back = Segment.create(network.back(cut), network.smashedShape(cut), Precision.FLOAT32, Seed.of(3));
            for (int pass = 0; pass < 2; pass++) {
                assertThat(bits(back.forward(front.forward(x)))).as(cut).isEqualTo(bits(whole.forward(x)));
                front.backwardParameters(back.backward(direction));
                whole.backwardParameters(direction);
            }
            INDArray joined = Nd4j.concat(0, front.gradients(), back.gradients());
            assertThat(bits(joined)).as(cut).isEqualTo(bits(whole.gradients()));
            assertThat(front.bufferCount() + back.bufferCount()).isEqualTo(whole.bufferCount());
        }
    }

    @Test
    void dropoutDropsItsShareAndKeepsTheMean() {
        Segment segment = Segment.create(
                List.of(new NamedLayer("dropout", new Dropout(.25))), Shape.of(10_000), Precision.FLOAT32, Seed.of(1));
        INDArray x = Nd4j.ones(DataType.FLOAT, 2, 10_000);
        byte[] first = bits(segment.forward(x));
        INDArray second = segment.forward(x).dup();
        assertThat(bits(second)).isNotEqualTo(first);
        assertThat(second.meanNumber().doubleValue()).isCloseTo(1, within(.02));
        assertThat(bits(segment.backward(x))).isEqualTo(bits(second));
        assertThat(bits(segment.predict(x))).isEqualTo(bits(x));
    }

    @Test
    void aSegmentCanGoOnDrawingWhereAnotherIs() {
        Segment first = segment(Precision.FLOAT32);
        INDArray x = images(4, Precision.FLOAT32);
        first.forward(x);
        byte[] output = bits(first.forward(x));
        Segment second = segment(Precision.FLOAT32);
        assertThat(bits(second.forward(x))).isNotEqualTo(output);
        second.continueAfterPass(first.trainingPasses() - 1);
        assertThat(bits(second.forward(x))).isEqualTo(output);
        assertThatThrownBy(() -> second.continueAfterPass(-1)).hasMessageContaining("-1 training passes");
    }

    @Test
    void pathsOfDifferentShapesAreRefused() {
        Residual block = new Residual(BLOCK, List.of(), Optional.empty());
        assertThatThrownBy(() -> block.outputShape(INPUT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("main path gives (5x6x6) and the shortcut (3x6x6)")
                .hasMessageContaining("Put a convolution");
        assertThatThrownBy(() -> block.outputShape(Shape.of(4)))
                .hasMessageContaining("layer (conv) on the main path: A convolution needs an input of channels");
        assertThatThrownBy(() -> new Residual(List.of(), BLOCK, Optional.empty()))
                .hasMessageContaining("needs at least 1");
    }

    private static Segment trained() {
        Segment segment = segment(Precision.FLOAT32);
        BatchTrainer trainer = new BatchTrainer(segment, Optimizer.Adam.of(.01), LossFunction.MEAN_SQUARED_ERROR);
        for (int i = 0; i < 3; i++) {
            trainer.step(images(7, Precision.FLOAT32), Nd4j.ones(DataType.FLOAT, 7, 4));
        }
        return segment;
    }

    private static Segment segment(Precision precision) {
        return Segment.create(LAYERS, INPUT, precision, Seed.of(3));
    }

    private static byte[] bits(INDArray array) {
        return array.dup('c').data().asBytes();
    }

    private static INDArray images(int count, Precision precision) {
        double[] numbers =
                Seed.of(4).generator().doubles((long) count * INPUT.length()).toArray();
        return Nd4j.createFromArray(numbers).castTo(precision.dataType()).reshape('c', INPUT.withBatch(count));
    }
}
