package peekbench.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import peekbench.nn.Architecture;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.model.LeNet5;
import peekbench.seed.Seed;

/** Operation counts against counts by hand; the networks' published ones are in {@link peekbench.nn.model.ModelsTest}. */
class FlopsTest {
    private static final Shape IMAGE = Shape.of(1, 28, 28);
    private static final long CONV1 = 2 * 25 * 6 * 28 * 28 + 6 * 28 * 28;
    private static final long CONV2 = 2 * 25 * 6 * 16 * 10 * 10 + 16 * 10 * 10;
    private static final long DENSE = 2 * 400 * 120 + 120 + 2 * 120 * 84 + 84 + 2 * 84 * 10 + 10;
    private static final long RELU1_AND_POOL1 = 6 * 28 * 28 + 4 * 6 * 14 * 14;
    private static final long RELU2_AND_POOL2 = 16 * 10 * 10 + 4 * 16 * 5 * 5;
    private static final long RELU3_AND_RELU4 = 120 + 84;
    private final Architecture lenet = new LeNet5().architecture(IMAGE, 10);

    @Test
    void leNetForwardIsCountedByHand() {
        assertThat(lenet.forwardFlops())
                .isEqualTo(CONV1 + RELU1_AND_POOL1 + CONV2 + RELU2_AND_POOL2 + DENSE + RELU3_AND_RELU4)
                .isEqualTo(852_370);
    }

    @Test
    void leNetBackwardIsTwicePerLayerWithWeightsButForTheFirst() {
        long expected = CONV1 + RELU1_AND_POOL1 + 2 * CONV2 + RELU2_AND_POOL2 + 2 * DENSE + RELU3_AND_RELU4;
        assertThat(lenet.backwardFlops()).isEqualTo(expected).isEqualTo(1_452_024);
        Segment whole = Segment.create(lenet.layers(), IMAGE, Precision.FLOAT32, Seed.of(1));
        assertThat(whole.backwardFlops(false)).isEqualTo(expected);
        assertThat(whole.backwardFlops(true)).isEqualTo(expected + CONV1);
    }

    @Test
    void theCostOfASplitIsTheCostOfTheWhole() {
        for (String cut : lenet.cuts()) {
            Segment front = Segment.create(lenet.front(cut), IMAGE, Precision.FLOAT32, Seed.of(1));
            Segment back = Segment.create(lenet.back(cut), lenet.smashedShape(cut), Precision.FLOAT32, Seed.of(1));
            assertThat(front.forwardFlops() + back.forwardFlops()).isEqualTo(lenet.forwardFlops());
            assertThat(front.backwardFlops(false) + back.backwardFlops(true)).isEqualTo(lenet.backwardFlops());
        }
    }

    @Test
    void aSegmentWithoutParametersHasNoBackwardPass() {
        Segment flatten = Segment.create(
                List.of(new NamedLayer("relu", Activation.RELU), new NamedLayer("flatten", new Flatten())),
                IMAGE,
                Precision.FLOAT32,
                Seed.of(1));
        assertThat(flatten.backwardFlops(false)).isZero();
        assertThat(flatten.backwardFlops(true)).isEqualTo(784);
    }

    @Test
    void layersAreCountedByHand() {
        Shape maps = Shape.of(3, 8, 6);
        assertThat(new Convolution(4, 3, 2, 1, false).forwardFlops(maps)).isEqualTo(2 * 9 * 3 * 4 * 4 * 3);
        assertThat(new TransposedConvolution(2, 4, 2, 1).forwardFlops(maps))
                .isEqualTo(2 * 16 * 3 * 2 * 8 * 6 + 2 * 16 * 12);
        assertThat(new MaxPooling(3, 2, 1).forwardFlops(maps)).isEqualTo(9 * 3 * 4 * 3);
        assertThat(new AveragePooling(2, 2).forwardFlops(maps)).isEqualTo(3 * 8 * 6);
        assertThat(new GlobalAveragePooling().forwardFlops(maps)).isEqualTo(144);
        assertThat(new BatchNormalization().forwardFlops(maps)).isEqualTo(288);
        assertThat(new BatchNormalization().backwardFlops(maps, true)).isEqualTo(576);
        assertThat(new Dropout(.5).forwardFlops(maps)).isEqualTo(144);
        assertThat(new LeakyRelu(.1).backwardFlops(maps, false)).isZero();
        assertThat(new Flatten().forwardFlops(maps)).isZero();
        Shape sequence = Shape.of(7, 5);
        assertThat(new Lstm(4).forwardFlops(sequence)).isEqualTo(7 * (2 * 16 * (5 + 4) + 2 * 16 + 9 * 4));
        assertThat(new Gru(4).forwardFlops(sequence)).isEqualTo(7 * (2 * 12 * (5 + 4) + 2 * 12 + 9 * 4));
    }

    @Test
    void aBlockCostsItsPathsAndTheirSum() {
        Shape maps = Shape.of(2, 4, 4);
        long convolution = 2 * 9 * 2 * 2 * 16;
        Residual block = new Residual(
                List.of(new NamedLayer("conv", new Convolution(2, 3, 1, 1, false))),
                List.of(),
                Optional.of(Activation.RELU));
        assertThat(block.forwardFlops(maps)).isEqualTo(convolution + 32 + 32);
        assertThat(block.backwardFlops(maps, false)).isEqualTo(convolution + 32);
        assertThat(block.backwardFlops(maps, true)).isEqualTo(2 * convolution + 32 + 32);
    }
}
