package peekbench.protocol.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static peekbench.nn.ArrayBits.bits;
import static peekbench.protocol.TrainingFixture.DATASET;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.FederatedSplit;
import peekbench.protocol.split.ParallelSplit;
import peekbench.protocol.split.Relays;
import peekbench.protocol.split.SemiSupervisedSplit;
import peekbench.protocol.split.SplitFed;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.split.WrapAround;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.HijackSuspectedException;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.HijackDetection;
import peekbench.threat.observation.PlayedTraining;
import peekbench.threat.observation.ServerBehavior;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.MaliciousServerView;
import peekbench.threat.view.Views;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

/** Trainings in which an attacker has the server's place, on 6 batches of 16 records and one of 1 an epoch. */
@Tag("slow")
class PlayedServerTest {
    private static final TrainingFixture TRAINING = TrainingFixture.of(TrainingFixture.MOMENTUM, 2);
    private static final Map<TargetSet, int[]> TARGETS =
            Map.of(TargetSet.VICTIM_TRAIN, new int[] {1, 2, 3}, TargetSet.VICTIM_TEST, new int[] {4, 5});
    private static final int ALL = 1000;
    private static final ServerBehavior SILENT =
            (batch, honest) -> batch.smashed().mul(0);

    static Stream<ProtocolOptions> protocols() {
        ClientOrder order = ClientOrder.ROUND_ROBIN_BY_BATCH;
        HandOver handOver = HandOver.WITH_OPTIMIZER_STATE;
        return Stream.of(
                vanilla(1),
                vanilla(3),
                new VanillaSplit(new ClientTurns(
                        3, order, handOver, WeightsTransfer.PEER_TO_PEER, TestedClient.LAST, Participation.ALL)),
                new VanillaSplit(new ClientTurns(
                        3, order, handOver, WeightsTransfer.NONE, TestedClient.AVERAGE, Participation.ALL)),
                new WrapAround(
                        new ClientTurns(
                                2, order, handOver, WeightsTransfer.SERVER, TestedClient.LAST, Participation.ALL),
                        "relu4"),
                new Relays(2, List.of("pool2"), order, handOver, Participation.ALL),
                new SemiSupervisedSplit(2, .5, .1, true, order, Participation.ALL),
                new ParallelSplit(3, TestedClient.LAST, Participation.ALL),
                new FederatedSplit(3, TestedClient.LAST, Participation.ALL),
                new SplitFed(3, SplitFed.Version.FIRST, Participation.ALL),
                new SplitFed(3, SplitFed.Version.SECOND, Participation.ALL));
    }

    private static VanillaSplit vanilla(int clients) {
        return new VanillaSplit(clients, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE);
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void anHonestServerInThePlayersSeatLeavesEveryBitOfTheTrial(ProtocolOptions options) {
        Protocol protocol = options.create();
        TrainedNetwork trial = protocol.train(TRAINING.setup(), TrainingObserver.silent());
        Views views = views(protocol, TRAINING, trial);
        assertThat(views.roles()).isEqualTo(options.roles());
        PlayedTraining played =
                views.of(MaliciousServerView.class).orElseThrow().play(ServerBehavior.HONEST, ALL, Set.of(3));
        Map<TargetSet, INDArray> arrived = trial.observe(DATASET, TARGETS).smashed();
        assertThat(played.looks()).extracting(PlayedTraining.Look::batches).containsExactly(3, played.batches());
        assertThat(played.detection()).isEmpty();
        for (TargetSet targets : TargetSet.values()) {
            assertThat(bits(played.last().smashed().get(targets))).isEqualTo(bits(arrived.get(targets)));
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void whatIsReturnedIsWhatClientsLearnFrom(ProtocolOptions options) {
        TrainingFixture plain = TrainingFixture.of(TrainingFixture.PLAIN, 1);
        PlayedTraining still = view(options, plain).play(SILENT, ALL, Set.of(0));
        INDArray first = still.looks().get(0).smashed().get(TargetSet.VICTIM_TEST);
        INDArray last = still.last().smashed().get(TargetSet.VICTIM_TEST);
        if (!(options instanceof SemiSupervisedSplit)) { // whose clients learn from their decoder too
            assertThat(bits(last)).isEqualTo(bits(first));
        }
        PlayedTraining moved = view(options, plain)
                .play((batch, honest) -> batch.smashed().mul(0).addi(.01), ALL, Set.of());
        assertThat(bits(moved.last().smashed().get(TargetSet.VICTIM_TEST))).isNotEqualTo(bits(last));
    }

    @Test
    void aLookInPassingSeesWhatIsThereWhenTheTrainingEndsAfterAsManyBatches() {
        for (ProtocolOptions options : List.of(vanilla(1), vanilla(3))) {
            PlayedTraining whole = view(options, TRAINING).play(ServerBehavior.HONEST, ALL, Set.of(5, 9, 5000));
            PlayedTraining part = view(options, TRAINING).play(ServerBehavior.HONEST, 9, Set.of(5));
            assertThat(whole.batches()).isEqualTo(14);
            assertThat(whole.looks()).extracting(PlayedTraining.Look::batches).containsExactly(5, 9, 14);
            assertThat(part.looks()).extracting(PlayedTraining.Look::batches).containsExactly(5, 9);
            for (int look = 0; look < 2; look++) {
                assertThat(bits(part.looks().get(look).smashed().get(TargetSet.VICTIM_TRAIN)))
                        .isEqualTo(bits(whole.looks().get(look).smashed().get(TargetSet.VICTIM_TRAIN)));
            }
        }
    }

    @Test
    void labelsArriveWhereClientsSendThem() {
        List<Optional<long[]>> shapes = new ArrayList<>();
        ServerBehavior listening = (batch, honest) -> {
            shapes.add(batch.targets().map(INDArray::shape));
            return honest.get();
        };
        view(vanilla(1), TRAINING).play(listening, 1, Set.of());
        view(
                        new WrapAround(
                                new ClientTurns(
                                        1,
                                        ClientOrder.ROUND_ROBIN_BY_BATCH,
                                        HandOver.WITH_OPTIMIZER_STATE,
                                        WeightsTransfer.NONE,
                                        TestedClient.LAST,
                                        Participation.ALL),
                                "relu4"),
                        TRAINING)
                .play(listening, 1, Set.of());
        assertThat(shapes.get(0).orElseThrow()).containsExactly(16, 10);
        assertThat(shapes.get(1)).isEmpty();
    }

    @Test
    void aClientThatStopsEndsTheTrainingAndIsNamed() {
        TrainingFixture watched = TRAINING.defended(new DefenseHooks() {
            private int batches;

            @Override
            public void watchGradient(INDArray gradient) {
                batches++;
                if (batches == 4) {
                    throw new HijackSuspectedException("client-0", batches, "a test says so");
                }
            }
        });
        PlayedTraining played = view(vanilla(1), watched).play(ServerBehavior.HONEST, ALL, Set.of(2));
        assertThat(played.detection()).contains(new HijackDetection("client-0", 4, 4));
        assertThat(played.looks()).extracting(PlayedTraining.Look::batches).containsExactly(2, 4);
        PlayedTraining unwatched = view(vanilla(1), TRAINING).play(ServerBehavior.HONEST, 3, Set.of());
        assertThat(bits(played.last().smashed().get(TargetSet.VICTIM_TEST)))
                .isEqualTo(bits(unwatched.last().smashed().get(TargetSet.VICTIM_TEST)));
    }

    @Test
    void targetsPassTheClientsDefensesAndAClientNeedNotLearn() {
        List<INDArray> arrived = new ArrayList<>();
        DefenseHooks hooks = new DefenseHooks() {
            @Override
            public INDArray filterTargets(INDArray targets) {
                return targets.mul(0);
            }

            @Override
            public boolean learnsFrom(INDArray gradient) {
                return false;
            }
        };
        ServerBehavior listening = (batch, honest) -> {
            arrived.add(batch.targets().orElseThrow().dup());
            return honest.get();
        };
        PlayedTraining played = view(vanilla(2), TRAINING.defended(hooks)).play(listening, 3, Set.of(0));
        assertThat(arrived)
                .hasSize(3)
                .allSatisfy(
                        targets -> assertThat(targets.sumNumber().doubleValue()).isZero());
        assertThat(bits(played.last().smashed().get(TargetSet.VICTIM_TEST)))
                .isEqualTo(bits(played.looks().get(0).smashed().get(TargetSet.VICTIM_TEST)));
    }

    @Test
    void impossibleAnswersAndNumbersAreErrors() {
        MaliciousServerView view = view(vanilla(1), TRAINING);
        assertThatThrownBy(() -> view.play((batch, honest) -> batch.targets().orElseThrow(), 1, Set.of()))
                .hasMessage("The server answered smashed data of [16, 6, 14, 14] with a gradient of [16, 10]; both must"
                        + " have one shape.");
        assertThatThrownBy(() -> view.play(ServerBehavior.HONEST, 0, Set.of()))
                .hasMessage("A malicious server cannot answer 0 batches; ask for at least 1.");
    }

    private static MaliciousServerView view(ProtocolOptions options, TrainingFixture training) {
        Protocol protocol = options.create();
        TrainingSetup untrained =
                training.setup().withTraining(training.training().withEpochs(0));
        return views(protocol, training, protocol.train(untrained, TrainingObserver.silent()))
                .of(MaliciousServerView.class)
                .orElseThrow();
    }

    private static Views views(Protocol protocol, TrainingFixture training, TrainedNetwork network) {
        AuxiliaryData own = new AuxiliaryData(DATASET.inputs(new int[] {6}, Precision.FLOAT32), List.of());
        return protocol.views(training.setup(), network, TARGETS, new AttackerKnowledge(own, own));
    }
}
