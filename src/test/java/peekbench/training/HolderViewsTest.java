package peekbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.IndexSets;
import peekbench.data.MixedRecords;
import peekbench.nn.array.Precision;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.ensemble.StudentTraining;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.ModelHolderView;

@Tag("slow")
class HolderViewsTest {
    private static final ProtocolOptions PROTOCOL =
            new FederatedAveraging(2, 1, LocalBatches.MINI_BATCHES, Participation.ALL);
    private static final Map<TargetSet, int[]> TARGETS =
            Map.of(TargetSet.VICTIM_TRAIN, run(0, 12), TargetSet.VICTIM_TEST, run(100, 8));

    private final TrainingSetup setup = setup();
    private final Protocol protocol = PROTOCOL.create();
    private final TrainedNetwork network = protocol.train(setup, TrainingObserver.silent());
    private final ModelHolderView view = protocol.views(setup, network, TARGETS, knowledge())
            .of(ModelHolderView.class)
            .orElseThrow();

    private static int[] run(int from, int count) {
        return IntStream.range(from, from + count).toArray();
    }

    private static TrainingSetup setup() {
        TrainingSetup fixture =
                TrainingFixture.of(TrainingFixture.PLAIN, 1).records(32).setup();
        return fixture.with(new IndexSets(run(0, 32), run(100, 10), run(200, 64), run(300, 4)), Seed.of(11));
    }

    private static AttackerKnowledge knowledge() {
        return new AttackerKnowledge(owned(run(200, 64)), owned(run(300, 4)));
    }

    private static AuxiliaryData owned(int... records) {
        return new AuxiliaryData(
                TrainingFixture.DATASET.inputs(records, Precision.FLOAT32),
                Arrays.stream(TrainingFixture.DATASET.labels(records)).boxed().toList());
    }

    @Test
    void everyProtocolHasAHolder() {
        assertThat(PROTOCOL.roles()).contains(ModelHolderView.class);
        assertThat(protocol.views(setup, network, TARGETS, knowledge()).roles()).isEqualTo(PROTOCOL.roles());
    }

    @Test
    void candidatesAreAsManyOfEachInAnOrderThatOnlyTheTruthKnows() {
        MixedRecords mixed =
                MixedRecords.of(run(0, 12), run(100, 8), Seed.of(11).child("anything"));
        assertThat(mixed.records()).doesNotHaveDuplicates().hasSize(16);
        for (int place = 0; place < 16; place++) {
            assertThat(mixed.members()[place]).isEqualTo(mixed.records()[place] < 12);
        }
        assertThat(mixed.members()).isNotEqualTo(new boolean[16]);
        assertThat(IntStream.range(0, 15).filter(i -> mixed.members()[i] != mixed.members()[i + 1]))
                .as("members and others take turns more often than once")
                .hasSizeGreaterThan(2);
        AuxiliaryData truth = owned(mixed.records());
        assertThat(view.candidates().labels()).isEqualTo(truth.labels());
        assertThat(bits(view.candidates().inputs())).isEqualTo(bits(truth.inputs()));
        assertThat(bits(view.predict(truth.inputs()))).isEqualTo(bits(network.predict(truth.inputs())));
    }

    @Test
    void aShadowRepeatsTheTrainingOnTheRecordsThatItIsGiven() {
        int[] all = run(0, 32);
        INDArray inputs = view.candidates().inputs();
        byte[] shadow = bits(view.trainShadow(all, run(0, 4), Seed.of(5)).apply(inputs));
        assertThat(bits(view.trainShadow(all, run(0, 4), Seed.of(5)).apply(inputs)))
                .isEqualTo(shadow);
        assertThat(bits(view.trainShadow(all, run(0, 4), Seed.of(6)).apply(inputs)))
                .isNotEqualTo(shadow);
        assertThat(bits(view.trainShadow(all, run(4, 4), Seed.of(5)).apply(inputs)))
                .isNotEqualTo(shadow);
    }

    /** Trained on the victims' own records with their own seed, it would be the victims' network. */
    @Test
    void aShadowIsTrainedAsTheVictimsWere() {
        TrainingSetup same =
                setup.with(new IndexSets(run(200, 64), run(100, 10), run(0, 32), run(300, 4)), Seed.of(11));
        ModelHolderView other = protocol.views(same, network, TARGETS, knowledge())
                .of(ModelHolderView.class)
                .orElseThrow();
        INDArray inputs = view.candidates().inputs();
        assertThat(bits(other.trainShadow(run(0, 32), new int[0], Seed.of(11)).apply(inputs)))
                .isEqualTo(bits(network.predict(inputs)));
    }

    /** A student is taught on public records, so that not all that the attacker has can train its teacher. */
    @Test
    void publicRecordsAreLeftToAShadow() {
        Protocol teaching = new StudentTraining(
                        new VanillaSplit(1, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE), 1, 1)
                .create();
        ModelHolderView holder = teaching.views(
                        setup, teaching.train(setup, TrainingObserver.silent()), TARGETS, knowledge())
                .of(ModelHolderView.class)
                .orElseThrow();
        INDArray inputs = holder.candidates().inputs();
        int kept = 64 * 64 / (64 + 32);
        byte[] all = bits(holder.trainShadow(run(0, 64), new int[0], Seed.of(5)).apply(inputs));
        assertThat(all)
                .isEqualTo(bits(holder.trainShadow(run(0, 64 - kept), new int[0], Seed.of(5))
                        .apply(inputs)))
                .isNotEqualTo(bits(
                        holder.trainShadow(run(0, 20), new int[0], Seed.of(5)).apply(inputs)));
    }

    @Test
    void tooFewRecordsForAShadowAreNamed() {
        assertThatThrownBy(() -> view.trainShadow(run(0, 20), new int[0], Seed.of(5)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "A shadow network cannot be trained as the victims' on 20 of the attacker's records")
                .hasMessageContaining("Raise data.attacker-auxiliary")
                .hasMessageContaining("batch-size (16)");
    }

    private static byte[] bits(INDArray array) {
        return TrainingFixture.bits(array);
    }
}
