package peekbench.protocol.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static peekbench.protocol.TrainingFixture.PLAIN;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.adasplit.AdaSplit;
import peekbench.protocol.ensemble.EnsembleSplit;
import peekbench.protocol.federated.FedNova;
import peekbench.protocol.federated.FedProx;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.federated.FederatedSgd;
import peekbench.protocol.federated.Scaffold;
import peekbench.protocol.federated.StragglerDelay;
import peekbench.protocol.federated.SynchronousSgd;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.split.FederatedSplit;
import peekbench.protocol.split.OnlineSplit;
import peekbench.protocol.split.ParallelSplit;
import peekbench.protocol.split.SemiSupervisedSplit;
import peekbench.protocol.split.SplitFed;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.seed.Seed;
import peekbench.training.EpochReport;
import peekbench.training.ProtocolOptions;

@Tag("slow")
class AttendanceTest {
    @Test
    void allTakePartUnlessAskedOtherwise() {
        assertThat(new Attendance(Participation.ALL, 4, Seed.of(1)).of(1)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aFractionIsDrawnAnewEachEpoch() {
        Attendance attendance = new Attendance(new Participation(0, .3, 0, .5), 10, Seed.of(1));
        TreeSet<Integer> ever = new TreeSet<>();
        for (int epoch = 1; epoch <= 30; epoch++) {
            List<Integer> present = attendance.of(epoch);
            assertThat(present).hasSize(3).isSorted().doesNotHaveDuplicates();
            ever.addAll(present);
        }
        assertThat(ever).hasSize(10);
    }

    @Test
    void someNeverTakePart() {
        assertThat(new Attendance(new Participation(2, 1, 0, .5), 10, Seed.of(1)).of(1))
                .containsExactly(0, 1);
    }

    /** The share that is there settles at comeBack / (comeBack + dropOut) = 2/3; 2,000 draws are within .05. */
    @Test
    void clientsDropOutAndReturn() {
        Attendance attendance = new Attendance(new Participation(0, 1, .2, .4), 100, Seed.of(2));
        double mean = IntStream.rangeClosed(1, 40)
                .map(epoch -> attendance.of(epoch).size())
                .skip(20)
                .average()
                .orElseThrow();
        assertThat(mean / 100).isBetween(.617, .717);
        assertThat(new Attendance(new Participation(0, 1, .2, .4), 100, Seed.of(2)).of(1))
                .isEqualTo(new Attendance(new Participation(0, 1, .2, .4), 100, Seed.of(2)).of(1));
    }

    static Stream<ProtocolOptions> protocols() {
        Participation half = new Participation(0, .5, .3, .5);
        return Stream.of(
                new VanillaSplit(new ClientTurns(
                        4,
                        ClientOrder.RANDOM_BY_BATCH,
                        HandOver.WITH_OPTIMIZER_STATE,
                        WeightsTransfer.PEER_TO_PEER,
                        TestedClient.LAST,
                        half)),
                new EnsembleSplit(
                        new VanillaSplit(new ClientTurns(
                                4,
                                ClientOrder.RANDOM_BY_BATCH,
                                HandOver.WEIGHTS_ONLY,
                                WeightsTransfer.SERVER,
                                TestedClient.LAST,
                                half)),
                        2),
                new ParallelSplit(4, TestedClient.AVERAGE, half),
                new FederatedSplit(4, TestedClient.EACH, half),
                new SplitFed(4, SplitFed.Version.FIRST, half),
                new AdaSplit(
                        4,
                        new AdaSplit.Choice(0, .5, .87),
                        new AdaSplit.ClientLoss(.07, 8, AdaSplit.Reduction.MEAN),
                        AdaSplit.Masks.PUBLISHED,
                        TestedClient.EACH,
                        half),
                new FederatedAveraging(4, 2, LocalBatches.MINI_BATCHES, half),
                new FedProx(new FederatedAveraging(4, 1, LocalBatches.MINI_BATCHES, half), .1),
                new Scaffold(new FederatedAveraging(4, 1, LocalBatches.MINI_BATCHES, half)),
                new FedNova(new FederatedAveraging(4, 1, LocalBatches.MINI_BATCHES, half)),
                new FederatedSgd(4, LocalBatches.MINI_BATCHES, half),
                new SynchronousSgd(4, 1, new StragglerDelay(1, 1), half),
                new OnlineSplit(4, ClientOrder.RANDOM_BY_EPOCH, 1, 2, half),
                new SemiSupervisedSplit(4, .5, 1, true, ClientOrder.RANDOM_BY_BATCH, half));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void everyProtocolTrainsWithThoseWhoAreThere(ProtocolOptions protocol) {
        List<EpochReport> some = new ArrayList<>();
        TrainingFixture.of(PLAIN, 3).train(protocol, some);
        assertThat(some).hasSize(3).allSatisfy(report -> {
            assertThat(report.trainLoss()).isFinite();
            assertThat(report.testLoss()).isFinite();
            assertThat(report.flops().clients()).isPositive();
            assertThat(report.traffic().messages()).isPositive();
        });
    }

    @Test
    void impossibleSharesAreNamed() {
        assertThatThrownBy(() -> new Participation(-1, 0, 2, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("only: is -1")
                .hasMessageContaining("fraction: is 0.0")
                .hasMessageContaining("drop-out: is 2.0")
                .hasMessageContaining("come-back: is 0.0");
    }
}
