package peekbench.defense.hijacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.defense.SmallTraining;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Precision;
import peekbench.nn.model.LeNet5;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.split.WrapAround;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.seed.Seed;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.HijackSuspectedException;
import peekbench.threat.observation.ServerBehavior;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

@Tag("slow")
class SplitGuardTest {
    private static final Dataset IMAGES = DataCatalogue.embedded("fashion-mnist-sample");
    private static final ProtocolOptions VANILLA =
            new VanillaSplit(1, ClientOrder.ROUND_ROBIN_BY_EPOCH, HandOver.WITH_OPTIMIZER_STATE);
    /** Pulls all smashed data to 1, whatever the labels. */
    private static final ServerBehavior LABEL_BLIND =
            (batch, honest) -> batch.smashed().sub(1).divi(batch.smashed().size(0));

    /** More fakes and earlier decisions than the authors take, so that a test is short. */
    private static final SplitGuard GUARD = new SplitGuard(.25, 1, 80, 5, 2, 10, .9);

    @Test
    void withoutFakeBatchesEveryBitStays() {
        assertThat(SmallTraining.bits(new SplitGuard(0))).isEqualTo(SmallTraining.bits());
    }

    /** Reference: the authors' formula in NumPy 2.4. */
    @Test
    void theScoreIsTheAuthors() {
        GradientSet fakes = set(new double[] {-1, 2, .5}, new double[] {-2, 1, 0});
        GradientSet first = set(new double[] {1, .2, .3}, new double[] {.8, .1, .5}, new double[] {1.2, 0, .2});
        GradientSet second = set(new double[] {.9, .3, .1});
        assertThat(SplitGuardHooks.score(new SplitGuard(.1), fakes, first, second))
                .isCloseTo(.9998591170222403, within(1e-12));
        assertThat(SplitGuardHooks.score(new SplitGuard(.1, 1, 0, .5, 3, 10, .9), fakes, first, second))
                .isCloseTo(.37688759553876994, within(1e-12));
        GradientSet nothing = set(new double[3]);
        assertThat(SplitGuardHooks.score(new SplitGuard(.1), nothing, nothing, nothing))
                .isEqualTo(.25);
    }

    private static GradientSet set(double[]... gradients) {
        GradientSet set = new GradientSet();
        for (double[] gradient : gradients) {
            set.add(Nd4j.createFromArray(gradient));
        }
        return set;
    }

    @Test
    void aServerThatDoesNotLookAtLabelsIsNoticedWithin150Batches() {
        for (long seed = 11; seed <= 14; seed++) {
            ProtocolOptions protocol = seed == 11 ? wrapAround() : VANILLA;
            TrainingSetup setup = setup(LABEL_BLIND, seed);
            HijackSuspectedException stop = catchThrowableOfType(
                    HijackSuspectedException.class, () -> protocol.create().train(setup, report -> {}));
            assertThat(stop.batches()).isBetween(90, 150);
            assertThat(stop.party()).isEqualTo("client-0");
            assertThat(stop).hasMessageContaining("client-0) stopped training after " + stop.batches() + " batches");
        }
    }

    @Test
    void anHonestServerIsNotStopped() {
        for (long seed = 11; seed <= 14; seed++) {
            ProtocolOptions protocol = seed == 11 ? wrapAround() : VANILLA;
            TrainingSetup setup = setup(ServerBehavior.HONEST, seed);
            assertThatCode(() -> protocol.create().train(setup, report -> {})).doesNotThrowAnyException();
        }
    }

    private static WrapAround wrapAround() {
        return new WrapAround(
                new ClientTurns(
                        1,
                        ClientOrder.ROUND_ROBIN_BY_EPOCH,
                        HandOver.WITH_OPTIMIZER_STATE,
                        WeightsTransfer.NONE,
                        TestedClient.LAST,
                        Participation.ALL),
                "relu4");
    }

    @Test
    void aFakeBatchHasNoRightLabelAndIsNotLearnedFrom() {
        DefenseHooks hooks = SmallTraining.hooks(new SplitGuard(1, .75, 2, 5, 2, 10, .9), 1);
        INDArray targets = Nd4j.eye(4).castTo(Precision.FLOAT64.dataType());
        INDArray gradient = Nd4j.ones(Precision.FLOAT64.dataType(), 3);
        for (int batch = 0; batch < 2; batch++) {
            assertThat(hooks.filterTargets(targets)).isSameAs(targets);
            assertThat(hooks.learnsFrom(gradient)).isTrue();
        }
        for (int batch = 0; batch < 5; batch++) {
            INDArray sent = hooks.filterTargets(targets);
            assertThat(hooks.learnsFrom(gradient)).isFalse();
            assertThat(sent.sum(1).toDoubleVector()).containsExactly(1, 1, 1, 1);
            assertThat(IntStream.range(0, 4).mapToDouble(row -> sent.getDouble(row, row)))
                    .containsExactly(0.0, 0.0, 0.0, 1.0);
        }
    }

    @Test
    void theSameSeedGivesTheSameFakes() {
        INDArray targets = Nd4j.eye(10);
        DefenseHooks first = SmallTraining.hooks(new SplitGuard(1, 1, 0, 5, 2, 10, .9), 1);
        DefenseHooks second = SmallTraining.hooks(new SplitGuard(1, 1, 0, 5, 2, 10, .9), 1);
        DefenseHooks other = SmallTraining.hooks(new SplitGuard(1, 1, 0, 5, 2, 10, .9), 2);
        byte[] sent = SmallTraining.bits(first.filterTargets(targets));
        assertThat(SmallTraining.bits(second.filterTargets(targets))).isEqualTo(sent);
        assertThat(SmallTraining.bits(other.filterTargets(targets))).isNotEqualTo(sent);
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> new SplitGuard(1.5, -1, -1, 0, 0, 0, 2))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("fake-probability: is 1.5; it must lie between 0.0 and 1.0.")
                .hasMessageContaining("fake-share: is -1.0")
                .hasMessageContaining("start: is -1; it must be at least 0.")
                .hasMessageContaining("sensitivity: is 0.0; it must be a finite number greater than 0.")
                .hasMessageContaining("window: is 0; it must be at least 1.")
                .hasMessageContaining("threshold: is 2.0");
        assertThatThrownBy(() -> SmallTraining.bits(new SplitGuard(.1)))
                .hasMessage("The defense (split-guard) replaces labels by those of other classes; these targets are"
                        + " numbers. Use it with a data set that has classes.");
    }

    private static TrainingSetup setup(ServerBehavior server, long trial) {
        Seed seed = Seed.of(trial);
        return new TrainingSetup(
                        new LeNet5().architecture(IMAGES.exampleShape(), 10),
                        "pool1",
                        IMAGES,
                        IndexSets.draw(IMAGES, new IndexSets.Sizes(800, 20, 0, 0), seed),
                        new Partition.Iid(),
                        new TrainingOptions(3, 16, Optimizer.Adam.of(.002)),
                        List.of(GUARD.create()),
                        Precision.FLOAT32,
                        seed)
                .withServer(server);
    }
}
