package peekbench.protocol.adasplit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Optimizer;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.loss.LossFunction;
import peekbench.protocol.engine.Incoming;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.SegmentPool;
import peekbench.protocol.engine.ServerLearning;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.seed.Seed;
import peekbench.threat.defense.DefenseChain;
import peekbench.threat.observation.ServerBehavior;
import peekbench.training.TrainingOptions;

/** Equations 7 and 8 on one dense layer, in float64. */
class MaskedServerTest {
    private static final double RATE = .5;
    private static final double SPARSITY = .01;
    private static final INDArray SMASHED = Nd4j.createFromArray(new double[][] {{1, -2, .5}, {0, 3, -1}, {2, 1, 1}});
    private static final INDArray TARGETS = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {1, 0}});
    private static final double[] OPEN = {1, 0, 1, 1, 0, 1, 1, 1};

    /** W, the masks m of two clients, the second's partly closed, and what is made of them. */
    private record Sample(Learner shared, List<Learner> masks, MaskedServer server) {
        static Sample of(Optimizer optimizer, double sparsity) {
            TrainingOptions training = new TrainingOptions(1, 3, optimizer);
            Learner shared = new Learner(new SegmentPool(() -> layer(false), optimizer), training);
            SegmentPool pool = new SegmentPool(() -> layer(true), optimizer.withoutWeightDecay());
            List<Learner> masks =
                    Stream.generate(() -> new Learner(pool, training)).limit(2).toList();
            masks.get(1).adopt(masks.get(1).state().withParameters(Nd4j.createFromArray(OPEN)));
            ServerLearning learning = new ServerLearning(
                    LossFunction.CROSS_ENTROPY,
                    new DefenseChain(List.of()),
                    new TrainingMeter(),
                    new Incoming(2, Shape.of(3), 2),
                    ServerBehavior.HONEST);
            return new Sample(shared, masks, new MaskedServer(shared, masks, sparsity, learning));
        }

        INDArray weights() {
            return shared.state().parameters();
        }

        INDArray mask(int client) {
            return masks.get(client).state().parameters();
        }
    }

    private static Segment layer(boolean ones) {
        Segment layer =
                Segment.create(List.of(new NamedLayer("fc", new Dense(2))), Shape.of(3), Precision.FLOAT64, Seed.of(4));
        layer.parameters().putScalar(6, .3).putScalar(7, -.2);
        if (ones) {
            layer.parameters().assign(1);
        }
        return layer;
    }

    private static double loss(INDArray weights) {
        Segment layer = layer(false);
        layer.parameters().assign(weights);
        return LossFunction.CROSS_ENTROPY.of(layer.predict(SMASHED), TARGETS).loss();
    }

    /** Central differences of step 1e-6 are right to about 1e-9. */
    @Test
    void weightsAndMaskMoveAlongTheirGradients() {
        Sample sample = Sample.of(new Optimizer.Sgd(RATE, 0, 0), SPARSITY);
        INDArray before = sample.weights().dup();
        INDArray open = Nd4j.createFromArray(OPEN);
        double loss = sample.server().step(1, SMASHED, TARGETS);
        assertThat(loss).isCloseTo(loss(before.mul(open)), within(1e-12));
        for (int place = 0; place < OPEN.length; place++) {
            double slope = slope(before.mul(open), place);
            assertThat(sample.weights().getDouble(place) - before.getDouble(place))
                    .isCloseTo(-RATE * OPEN[place] * slope, within(1e-8));
            double moved = OPEN[place] - RATE * (slope * before.getDouble(place) + SPARSITY);
            assertThat(sample.mask(1).getDouble(place)).isCloseTo(Math.min(1, Math.max(0, moved)), within(1e-8));
        }
        assertThat(sample.mask(0).minNumber().doubleValue()).isEqualTo(1);
    }

    private static double slope(INDArray weights, int place) {
        double step = 1e-6;
        INDArray above = weights.dup();
        above.putScalar(place, weights.getDouble(place) + step);
        INDArray below = weights.dup();
        below.putScalar(place, weights.getDouble(place) - step);
        return (loss(above) - loss(below)) / (2 * step);
    }

    @Test
    void closedWeightsStayWhateverTheOptimizerRemembers() {
        Sample sample = Sample.of(new Optimizer.Sgd(RATE, .9, .1), SPARSITY);
        sample.server().step(0, SMASHED, TARGETS);
        INDArray before = sample.weights().dup();
        INDArray open = sample.server().open(1).orElseThrow();
        sample.server().step(1, SMASHED, TARGETS);
        INDArray moved = sample.weights().neq(before).castTo(DataType.DOUBLE);
        assertThat(moved.toDoubleVector()).containsExactly(open.toDoubleVector());
    }

    @Test
    void eachClientHasTheOpenWeightsOnly() {
        Sample sample = Sample.of(new Optimizer.Sgd(RATE, 0, 0), SPARSITY);
        MaskedServer server = sample.server();
        double[] weights = sample.weights().toDoubleVector();
        double[] opened = sample.weights().mul(Nd4j.createFromArray(OPEN)).toDoubleVector();
        assertThat(server.segment(0).parameters().toDoubleVector()).containsExactly(weights);
        assertThat(server.segment(1).parameters().toDoubleVector()).containsExactly(opened);
        for (int client : new int[] {0, 1}) {
            assertThat(server.predict(client, SMASHED).toDoubleMatrix())
                    .isDeepEqualTo(server.segment(client).predict(SMASHED).toDoubleMatrix());
        }
        assertThat(sample.weights().toDoubleVector()).containsExactly(weights);
    }

    /** Adam takes steps of .05 along a gradient that λ outweighs, so 25 of them close a mask that began at 1. */
    @Test
    void aStrongPenaltyClosesMasks() {
        Sample sample = Sample.of(Optimizer.Adam.of(.05), 10);
        for (int step = 0; step < 25; step++) {
            sample.server().step(0, SMASHED, TARGETS);
        }
        assertThat(sample.server().open(0).orElseThrow().sumNumber().doubleValue())
                .isZero();
        assertThat(sample.server().predict(0, SMASHED).amaxNumber().doubleValue())
                .isZero();
        assertThat(sample.weights().amaxNumber().doubleValue()).isPositive();
    }
}
