package peekbench.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static peekbench.nn.ArrayBits.bits;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.loss.LossAndGradient;
import peekbench.nn.loss.LossFunction;
import peekbench.nn.model.LeNet5;
import peekbench.seed.Seed;

class BatchTrainerTest {
    private static final Shape INPUT = Shape.of(1, 28, 28);
    private static final Optimizer OPTIMIZER = new Optimizer.Sgd(.1, .9, 0);

    @Test
    void halvesGiveTheGradientOfTheWholeBatch() {
        for (int examples : new int[] {1, 2, 7, 8}) {
            Segment whole = segment();
            OptimizerState optimizer = OPTIMIZER.start(whole);
            Segment halved = segment();
            BatchTrainer trainer = new BatchTrainer(halved, OPTIMIZER, LossFunction.MEAN_SQUARED_ERROR);
            for (int i = 0; i < 3; i++) {
                LossAndGradient loss =
                        LossFunction.MEAN_SQUARED_ERROR.of(whole.forward(inputs(examples)), targets(examples));
                whole.backwardParameters(loss.gradient());
                optimizer.step();
                assertThat(trainer.step(inputs(examples), targets(examples))).isCloseTo(loss.loss(), within(1e-12));
            }
            assertThat(halved.parameters().distance2(whole.parameters())).isLessThan(1e-12);
        }
    }

    @Test
    void trainingTwiceGivesTheSameBits() {
        assertThat(bits(trained())).isEqualTo(bits(trained()));
    }

    private static INDArray trained() {
        Segment segment = segment();
        BatchTrainer trainer = new BatchTrainer(segment, Optimizer.Adam.of(.001), LossFunction.MEAN_SQUARED_ERROR);
        for (int i = 0; i < 5; i++) {
            trainer.step(inputs(9), targets(9));
        }
        return segment.parameters();
    }

    private static Segment segment() {
        Architecture network = new LeNet5().architecture(INPUT, 10);
        return Segment.create(network.layers(), INPUT, Precision.FLOAT64, Seed.of(3));
    }

    private static INDArray inputs(int examples) {
        double[] numbers = Seed.of(4).generator().doubles(examples * 784L).toArray();
        return Nd4j.createFromArray(numbers).reshape('c', examples, 1, 28, 28);
    }

    private static INDArray targets(int examples) {
        double[] numbers = Seed.of(5).generator().doubles(examples * 10L).toArray();
        return Nd4j.createFromArray(numbers).reshape('c', examples, 10);
    }
}
