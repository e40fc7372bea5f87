package peekbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static peekbench.protocol.TrainingFixture.PLAIN;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.federated.FedNova;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.federated.Scaffold;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.protocol.whole.Centralized;

/** LeNet-5 cut after the first pooling: N = 61,706 parameters, of which 156 at clients; q = 6 · 14 · 14. */
class CommunicationCostTest {
    private static final TrainingFixture TRAINING = TrainingFixture.of(PLAIN, 1).records(96);
    private static final CommunicationCost COST = CommunicationCost.of(TRAINING.architecture(), TRAINING.cut(), 3, 96);

    @Test
    void theFormulasAreCountedByHand() {
        assertThat(COST.parameters()).isEqualTo(61_706);
        assertThat(COST.splitWithoutSharing()).isEqualTo(2.0 * 96 * 1176);
        assertThat(COST.splitWithSharing()).isCloseTo(2.0 * 96 * 1176 + 3 * 156, within(1e-6));
        assertThat(COST.federated()).isEqualTo(2.0 * 3 * 61_706);
    }

    /** Of four bytes a number, measured traffic is more by labels, headers and, for hand-overs, the way there and back. */
    @ParameterizedTest
    @CsvSource({"NONE, 1.01", "SERVER, 1.02"})
    void splitTrainingSendsWhatTheFormulaSays(WeightsTransfer weights, double most) {
        VanillaSplit split = new VanillaSplit(new ClientTurns(
                3,
                ClientOrder.ROUND_ROBIN_BY_EPOCH,
                HandOver.WEIGHTS_ONLY,
                weights,
                TestedClient.LAST,
                Participation.ALL));
        assertThat(measured(split) / (4 * COST.splitWithSharing())).isBetween(.99, most);
    }

    /** Clients start from weights that they have, so the first round sends each way but one. */
    @Test
    void averagingSendsWhatTheFormulaSays() {
        double bytes = measured(new FederatedAveraging(3, 1, LocalBatches.MINI_BATCHES, Participation.ALL));
        assertThat(bytes / (4 * COST.federated())).isBetween(.5, .51);
    }

    @Test
    void controlVariatesDoubleTheBytesAndNormalizingAddsNone() {
        FederatedAveraging averaging = new FederatedAveraging(3, 1, LocalBatches.MINI_BATCHES, Participation.ALL);
        TrainingFixture rounds = TRAINING.training(new TrainingOptions(2, 16, TrainingFixture.PLAIN));
        double bytes = total(rounds, averaging);
        assertThat(total(rounds, new Scaffold(averaging)) / bytes).isBetween(1.999, 2.001);
        assertThat(total(rounds, new FedNova(averaging))).isEqualTo(bytes);
        assertThat(new Scaffold(averaging).expectedNumbers(COST).orElseThrow()).isEqualTo(2 * COST.federated());
    }

    private static double total(TrainingFixture training, ProtocolOptions protocol) {
        List<EpochReport> reports = new ArrayList<>();
        training.train(protocol, reports);
        return reports.stream()
                .mapToLong(report ->
                        report.traffic().bytesToServer() + report.traffic().bytesToClients())
                .sum();
    }

    private static double measured(ProtocolOptions protocol) {
        List<EpochReport> reports = new ArrayList<>();
        TRAINING.train(protocol, reports);
        var traffic = reports.get(0).traffic();
        return (double) traffic.bytesToServer() + traffic.bytesToClients();
    }

    /** The passes of LeNet-5 on one image, counted by hand in FlopsTest, on 96 records. */
    @Test
    void operationsAreThoseOfTheLayers() {
        List<EpochReport> reports = new ArrayList<>();
        TRAINING.train(new Centralized(1), reports);
        assertThat(reports.get(0).flops()).isEqualTo(new Flops(0, 96L * (852_370 + 1_452_024)));
        List<EpochReport> split = new ArrayList<>();
        TRAINING.train(new VanillaSplit(3, ClientOrder.ROUND_ROBIN_BY_EPOCH, HandOver.WEIGHTS_ONLY), split);
        Flops flops = split.get(0).flops();
        assertThat(flops.clients() + flops.server()).isEqualTo(96L * (852_370 + 1_452_024));
        assertThat(flops.clients()).isPositive();
    }
}
