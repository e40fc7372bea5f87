package peekbench.protocol.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.IndexSets;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.ObservedBatch;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.GradientView;
import peekbench.threat.view.LabelledServerView;
import peekbench.threat.view.Views;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;
import peekbench.training.WatchedTraining;

/** What is kept of a training for attacks that look at it. */
class TrainingWatchTest {
    private static final int RECORDS = 41;
    private static final VanillaSplit VANILLA =
            new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE);
    private static final WrapAround WRAPPED = new WrapAround(
            new ClientTurns(
                    2,
                    ClientOrder.ROUND_ROBIN_BY_BATCH,
                    HandOver.WITH_OPTIMIZER_STATE,
                    WeightsTransfer.SERVER,
                    TestedClient.LAST,
                    Participation.ALL),
            "relu4");

    private final TrainingFixture fixture =
            TrainingFixture.of(TrainingFixture.MOMENTUM, 2).records(RECORDS).batchSize(8);

    @Test
    void everyRecordOfAWatchedEpochIsKeptOnceWithTheLabelsThatWereSent() {
        TrainingSetup setup = fixture.setup().watching(Set.of(2));
        TrainedNetwork network = VANILLA.create().train(setup, TrainingObserver.silent());

        WatchedTraining.Epoch epoch = network.watched().epochs().get(2);
        assertThat(network.watched().epochs()).containsOnlyKeys(2);
        assertThat(new HashSet<>(epoch.records()))
                .hasSize(RECORDS)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(setup.indexSets().of(IndexSets.Part.VICTIM_TRAIN))
                                .boxed()
                                .toList());
        assertThat(epoch.labels())
                .isEqualTo(epoch.records().stream().map(setup.dataset()::label).toList());
        assertThat(views(setup, VANILLA, network).of(LabelledServerView.class))
                .hasValueSatisfying(view -> assertThat(view.labels(2)).isEqualTo(epoch.labels()));
        assertThat(sizes(epoch)).isEqualTo(RECORDS);
        assertThat(epoch.batches())
                .allSatisfy(batch -> assertThat(batch.features().shape())
                        .containsExactly(batch.size(), 6, 14, 14)
                        .isEqualTo(batch.gradients().shape()));
    }

    @Test
    void aServerWithoutLabelsSeesFeaturesAndGradientsOfTheHead() {
        TrainingSetup setup = fixture.setup().watching(Set.of(1));
        TrainedNetwork network = WRAPPED.create().train(setup, TrainingObserver.silent());
        Views views = views(setup, WRAPPED, network);

        assertThat(views.roles()).isEqualTo(WRAPPED.roles()).doesNotContain(LabelledServerView.class);
        GradientView view = views.of(GradientView.class).orElseThrow();
        assertThat(view.outputs()).isEqualTo(10);
        assertThat(network.watched().epochs().get(1).labels()).isEmpty();
        assertThat(view.epoch(1))
                .allSatisfy(batch -> assertThat(batch.features().shape())
                        .containsExactly(batch.size(), 84)
                        .isEqualTo(batch.gradients().shape()));
        assertThat(view.epoch(1).get(0).gradients().norm2Number().doubleValue()).isPositive();
        assertThat(TrainingFixture.bits(view.epoch(1).get(0).features()))
                .isNotEqualTo(TrainingFixture.bits(view.epoch(1).get(1).features()));
        assertThatThrownBy(() -> view.epoch(2))
                .hasMessage("Nobody watched epoch 2 of the training; watched were [1]. Training may have ended early:"
                        + " choose an epoch before its end.");
    }

    @Test
    void gradientsAreKeptAsDefensesLeaveThem() {
        TrainingSetup setup = fixture.defended(new DefenseHooks() {
                    @Override
                    public INDArray filterGradient(INDArray gradient) {
                        return gradient.mul(0);
                    }
                })
                .setup()
                .watching(Set.of(1));
        for (ProtocolOptions protocol : List.of(VANILLA, WRAPPED)) {
            TrainedNetwork network = protocol.create().train(setup, TrainingObserver.silent());
            assertThat(network.watched().epochs().get(1).batches())
                    .extracting(ObservedBatch::gradients)
                    .allSatisfy(gradients ->
                            assertThat(gradients.norm2Number().doubleValue()).isZero());
        }
    }

    @Test
    void watchingChangesNoBit() {
        for (ProtocolOptions protocol : List.of(VANILLA, WRAPPED)) {
            TrainingSetup setup = fixture.setup();
            TrainedNetwork alone = protocol.create().train(setup, TrainingObserver.silent());
            TrainedNetwork watched = protocol.create().train(setup.watching(Set.of(1, 2)), TrainingObserver.silent());
            assertThat(fixture.outputBits(watched)).isEqualTo(fixture.outputBits(alone));
            assertThat(alone.watched()).isEqualTo(WatchedTraining.NOTHING);
        }
    }

    @Test
    void rolesAreThoseThatHaveViews() {
        TrainingSetup setup = fixture.setup();
        TrainedNetwork network = VANILLA.create().train(setup, TrainingObserver.silent());
        assertThat(views(setup, VANILLA, network).roles()).isEqualTo(VANILLA.roles());
    }

    private static int sizes(WatchedTraining.Epoch epoch) {
        return epoch.batches().stream().mapToInt(ObservedBatch::size).sum();
    }

    private static Views views(TrainingSetup setup, ProtocolOptions protocol, TrainedNetwork network) {
        AuxiliaryData none = new AuxiliaryData(setup.dataset().inputs(new int[] {0}, setup.precision()), List.of(0));
        return protocol.create()
                .views(setup, network, Map.of(TargetSet.VICTIM_TEST, new int[] {1}), new AttackerKnowledge(none, none));
    }
}
