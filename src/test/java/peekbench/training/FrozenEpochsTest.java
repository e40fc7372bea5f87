package peekbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static peekbench.protocol.TrainingFixture.MOMENTUM;
import static peekbench.protocol.TrainingFixture.bits;
import static peekbench.protocol.TrainingFixture.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.model.ResNet20;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseContext;
import peekbench.threat.defense.DefenseHooks;

/** Epochs in which messages go on and only defenses learn. */
@Tag("slow")
class FrozenEpochsTest {
    private static final ProtocolOptions VANILLA =
            new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE);

    /** Notes what a client's defense is asked for. */
    private record Witness(List<String> calls) implements Defense {
        @Override
        public DefenseHooks attach(DefenseContext context) {
            return new DefenseHooks() {
                @Override
                public void weightsFrozen() {
                    calls.add("frozen");
                }

                @Override
                public INDArray smashedFilterGradient(INDArray gradient) {
                    calls.add("gradient");
                    return gradient;
                }
            };
        }

        @Override
        public int frozenEpochs() {
            return 2;
        }
    }

    @Test
    void followTheTrainingAndItsTurns() {
        Witness witness = new Witness(new ArrayList<>());
        List<EpochReport> reports = new ArrayList<>();
        train(TrainingFixture.of(MOMENTUM, 2).records(32), witness, reports);
        assertThat(reports).extracting(EpochReport::epoch).containsExactly(1, 2, 3, 4);
        assertThat(reports).allMatch(EpochReport::kept);
        assertThat(reports.get(3).traffic()).isEqualTo(reports.get(1).traffic());
        assertThat(reports.get(3).flops()).isEqualTo(reports.get(1).flops());
        assertThat(String.join(" ", witness.calls()))
                .isEqualTo("gradient ".repeat(4) + "frozen gradient ".repeat(4).strip());
    }

    /** Batch normalisation would change its running statistics in a training pass. */
    @Test
    void changeNeitherWeightsNorRunningStatistics() {
        TrainingFixture residual = TrainingFixture.of(MOMENTUM, 1)
                .records(32)
                .network(new ResNet20(false).architecture(TrainingFixture.DATASET.exampleShape(), 10), "block1-1");
        TrainedNetwork plain = residual.train(VANILLA);
        TrainedNetwork witnessed = train(residual, new Witness(new ArrayList<>()), new ArrayList<>());
        assertThat(bits(parameters(witnessed))).isEqualTo(bits(parameters(plain)));
        assertThat(bits(witnessed.client().buffers()))
                .isEqualTo(bits(plain.client().buffers()));
        assertThat(bits(witnessed.server().buffers()))
                .isEqualTo(bits(plain.server().buffers()));
    }

    @Test
    void areRefusedWhereTrainingMayStopEarly() {
        TrainingOptions stopping = new TrainingOptions(
                9, 16, MOMENTUM, new LearningRateSchedule.Constant(), Optional.of(new EarlyStopping(1, 0)));
        TrainingFixture training = TrainingFixture.of(MOMENTUM, 9).training(stopping);
        assertThatThrownBy(() -> train(training, new Witness(new ArrayList<>()), new ArrayList<>()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot follow a training that may stop early");
    }

    private static TrainedNetwork train(TrainingFixture training, Defense defense, List<EpochReport> reports) {
        TrainingSetup plain = training.setup();
        TrainingSetup setup = new TrainingSetup(
                plain.architecture(),
                plain.cut(),
                plain.dataset(),
                plain.indexSets(),
                plain.partition(),
                plain.training(),
                List.of(defense),
                plain.precision(),
                plain.seed());
        return VANILLA.create().train(setup, reports::add);
    }
}
