package peekbench.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static peekbench.nn.ArrayBits.bits;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.loss.LossAndGradient;
import peekbench.nn.loss.LossFunction;
import peekbench.nn.model.LeNet5;
import peekbench.nn.model.MultilayerPerceptron;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;

class SegmentTest {
    private static final Shape IMAGE = Shape.of(1, 28, 28);
    private final Architecture lenet = new LeNet5().architecture(IMAGE, 10);

    @Test
    void everyCutStartsAndComputesLikeTheWholeNetwork() {
        Segment whole = Segment.create(lenet.layers(), IMAGE, Precision.FLOAT32, Seed.of(3));
        INDArray x = images(7);
        INDArray expected = whole.predict(x);
        for (String cut : lenet.cuts()) {
            Segment front = Segment.create(lenet.front(cut), IMAGE, Precision.FLOAT32, Seed.of(3));
            Segment back = Segment.create(lenet.back(cut), lenet.smashedShape(cut), Precision.FLOAT32, Seed.of(3));
            assertThat(bits(back.predict(front.predict(x)))).as(cut).isEqualTo(bits(expected));
            assertThat(front.parameterCount() + back.parameterCount()).isEqualTo(whole.parameterCount());
        }
    }

    @Test
    void leNetHasThePublishedNumberOfParameters() {
        Segment whole = Segment.create(lenet.layers(), IMAGE, Precision.FLOAT32, Seed.of(3));
        assertThat(whole.parameterCount()).isEqualTo(61_706);
    }

    @Test
    void predictionOfManyExamplesEqualsPredictionOfEach() {
        Segment whole = Segment.create(lenet.layers(), IMAGE, Precision.FLOAT32, Seed.of(3));
        INDArray x = images(260);
        INDArray together = whole.predict(x);
        INDArray last = whole.predict(x.get(org.nd4j.linalg.indexing.NDArrayIndex.interval(259, 260)));
        assertThat(last.distance2(together.get(org.nd4j.linalg.indexing.NDArrayIndex.interval(259, 260))))
                .isLessThan(1e-5);
    }

    @Test
    void aSegmentWithoutLayersIsTheIdentity() {
        Segment identity = Segment.create(List.of(), IMAGE, Precision.FLOAT32, Seed.of(3));
        INDArray x = images(2);
        assertThat(bits(identity.predict(x))).isEqualTo(bits(x));
        assertThat(identity.parameterCount()).isZero();
        OptimizerState optimizer = new Optimizer.Sgd(.1, .9, 0).start(identity);
        identity.forward(x);
        identity.backwardParameters(x);
        optimizer.step();
        assertThat(bits(identity.predict(x))).isEqualTo(bits(x));
    }

    @Test
    void aCutThatTheModelLacksListsItsCutsAndTheNearest() {
        assertThatThrownBy(() -> lenet.front("pool3"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("(pool3) is not in model (lenet5)")
                .hasMessageContaining("conv1, relu1, pool1")
                .hasMessageContaining("Maybe you meant pool");
    }

    @Test
    void imagesThatAreTooSmallNameTheLayer() {
        assertThatThrownBy(() -> new LeNet5().architecture(Shape.of(1, 8, 8), 10))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("(conv2) of model (lenet5) does not fit examples of (1x8x8)")
                .hasMessageContaining("must be at least 5");
    }

    @Test
    void aBackwardPassNeedsAForwardPass() {
        Segment whole = Segment.create(lenet.layers(), IMAGE, Precision.FLOAT32, Seed.of(3));
        whole.predict(images(1));
        assertThatThrownBy(() -> whole.backward(Nd4j.zeros(DataType.FLOAT, 1, 10)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("forward pass");
    }

    @Test
    void parameterGradientsDoNotDependOnWhetherTheInputGradientIsRead() {
        for (Architecture network : List.of(lenet, new MultilayerPerceptron().architecture(IMAGE, 10))) {
            Segment whole = Segment.create(network.layers(), IMAGE, Precision.FLOAT32, Seed.of(3));
            INDArray direction = Nd4j.ones(DataType.FLOAT, 5, 10);
            whole.forward(images(5));
            assertThat(whole.backward(direction).shape()).containsExactly(5, 1, 28, 28);
            INDArray gradients = whole.gradients().dup();
            whole.forward(images(5));
            whole.backwardParameters(direction);
            assertThat(bits(whole.gradients())).isEqualTo(bits(gradients));
        }
    }

    @Test
    void trainingTwiceGivesTheSameBits() {
        for (Optimizer optimizer : List.of(new Optimizer.Sgd(.05, .9, 5e-4), Optimizer.Adam.of(.001))) {
            assertThat(bits(trained(optimizer))).isEqualTo(bits(trained(optimizer)));
        }
    }

    @Test
    void anOptimizerContinuesFromASnapshot() {
        for (Optimizer optimizer : List.of(new Optimizer.Sgd(.05, .9, 5e-4), Optimizer.Adam.of(.001))) {
            Segment first = Segment.create(lenet.layers(), IMAGE, Precision.FLOAT32, Seed.of(3));
            OptimizerState state = optimizer.start(first);
            step(first, state);
            Segment second = first.copy();
            OptimizerState continued = optimizer.start(second);
            continued.restore(state.snapshot());
            step(first, state);
            step(second, continued);
            assertThat(bits(second.parameters())).isEqualTo(bits(first.parameters()));
        }
    }

    @Test
    void anOptimizerRoundsAlikeWhereverAWeightLies() {
        INDArray x = images(5);
        INDArray direction = Nd4j.ones(DataType.FLOAT, 5, 10);
        for (Optimizer optimizer : List.of(new Optimizer.Sgd(.05, .9, 5e-4), Optimizer.Adam.of(.001))) {
            for (String cut : lenet.cuts()) {
                Segment whole = Segment.create(lenet.layers(), IMAGE, Precision.FLOAT32, Seed.of(3));
                Segment front = Segment.create(lenet.front(cut), IMAGE, Precision.FLOAT32, Seed.of(3));
                Segment back = Segment.create(lenet.back(cut), lenet.smashedShape(cut), Precision.FLOAT32, Seed.of(3));
                OptimizerState ofWhole = optimizer.start(whole);
                OptimizerState ofFront = optimizer.start(front);
                OptimizerState ofBack = optimizer.start(back);
                for (int i = 0; i < 4; i++) {
                    whole.forward(x);
                    whole.backwardParameters(direction);
                    ofWhole.step();
                    back.forward(front.forward(x));
                    front.backwardParameters(back.backward(direction));
                    ofBack.step();
                    ofFront.step();
                }
                assertThat(bits(Nd4j.concat(0, front.parameters(), back.parameters())))
                        .as("%s at %s", optimizer, cut)
                        .isEqualTo(bits(whole.parameters()));
            }
        }
    }

    private INDArray trained(Optimizer optimizer) {
        Segment whole = Segment.create(lenet.layers(), IMAGE, Precision.FLOAT32, Seed.of(3));
        OptimizerState state = optimizer.start(whole);
        for (int i = 0; i < 3; i++) {
            step(whole, state);
        }
        return whole.parameters();
    }

    private static void step(Segment segment, OptimizerState state) {
        INDArray x = images(8);
        INDArray targets = Nd4j.zeros(DataType.FLOAT, 8, 10);
        for (int i = 0; i < 8; i++) {
            targets.putScalar(i, i, 1);
        }
        LossAndGradient loss = LossFunction.CROSS_ENTROPY.of(segment.forward(x), targets);
        segment.backwardParameters(loss.gradient());
        state.step();
    }

    private static INDArray images(int count) {
        RandomGenerator generator = Seed.of(4).generator();
        return Nd4j.createFromArray(generator.doubles(count * 784L).toArray())
                .castTo(DataType.FLOAT)
                .reshape('c', count, 1, 28, 28);
    }
}
