package peekbench.protocol.split;

import static org.assertj.core.api.Assertions.assertThat;
import static peekbench.protocol.TrainingFixture.MOMENTUM;
import static peekbench.protocol.TrainingFixture.bits;
import static peekbench.protocol.TrainingFixture.parameters;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.training.TrainedNetwork;

/** Lemma 1 of Gupta and Raskar (2018, section 3.2.1): however the network is spread, training is that of one party. */
@Tag("slow")
class SplitIdentityTest {
    private static final ClientOrder ORDER = ClientOrder.ROUND_ROBIN_BY_BATCH;
    private static final TrainingFixture TRAINING = TrainingFixture.of(MOMENTUM, 2);

    private static TrainedNetwork centralized(ClientOrder order) {
        return TRAINING.centralized(TRAINING.schedule(3, order)::inOrder);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyWayOfHandingWeightsOnGivesTheSameBits(WeightsTransfer weights) {
        TrainedNetwork network = TRAINING.train(new VanillaSplit(new ClientTurns(
                3, ORDER, HandOver.WITH_OPTIMIZER_STATE, weights, TestedClient.LAST, Participation.ALL)));
        assertThat(bits(parameters(network))).isEqualTo(bits(parameters(centralized(ORDER))));
    }

    @Test
    void clientsThatKeepTheirOwnLayersLearnSomethingElse() {
        TrainedNetwork network = TRAINING.train(new VanillaSplit(new ClientTurns(
                3, ORDER, HandOver.WITH_OPTIMIZER_STATE, WeightsTransfer.NONE, TestedClient.LAST, Participation.ALL)));
        assertThat(bits(parameters(network))).isNotEqualTo(bits(parameters(centralized(ORDER))));
    }

    @ParameterizedTest
    @EnumSource(WeightsTransfer.class)
    void wrapAroundGivesTheSameBits(WeightsTransfer weights) {
        int clients = weights == WeightsTransfer.NONE ? 1 : 3;
        TrainedNetwork network = TRAINING.train(new WrapAround(
                new ClientTurns(
                        clients, ORDER, HandOver.WITH_OPTIMIZER_STATE, weights, TestedClient.LAST, Participation.ALL),
                "relu4"));
        TrainedNetwork whole =
                clients == 3 ? centralized(ORDER) : TRAINING.centralized(TRAINING.schedule(1, ORDER)::inOrder);
        assertThat(bits(network.client().parameters()))
                .isEqualTo(bits(whole.client().parameters()));
        assertThat(TRAINING.outputBits(network)).isEqualTo(TRAINING.outputBits(whole));
    }

    @Test
    void relaysGiveTheSameBits() {
        TrainedNetwork network = TRAINING.train(
                new Relays(3, List.of("pool2", "relu3"), ORDER, HandOver.WITH_OPTIMIZER_STATE, Participation.ALL));
        TrainedNetwork whole = centralized(ORDER);
        assertThat(bits(network.client().parameters()))
                .isEqualTo(bits(whole.client().parameters()));
        assertThat(TRAINING.outputBits(network)).isEqualTo(TRAINING.outputBits(whole));
    }

    @Test
    void oneParallelClientIsVanilla() {
        TrainedNetwork parallel = TRAINING.train(new ParallelSplit(1, TestedClient.LAST, Participation.ALL));
        assertThat(bits(parameters(parallel))).isEqualTo(bits(parameters(vanilla(1))));
    }

    @Test
    void oneFederatedSplitClientIsVanilla() {
        TrainedNetwork federated = TRAINING.train(new FederatedSplit(1, TestedClient.LAST, Participation.ALL));
        assertThat(bits(parameters(federated))).isEqualTo(bits(parameters(vanilla(1))));
    }

    @ParameterizedTest
    @EnumSource(SplitFed.Version.class)
    void oneSplitFedClientIsVanilla(SplitFed.Version version) {
        TrainedNetwork splitFed = TRAINING.train(new SplitFed(1, version, Participation.ALL));
        assertThat(bits(parameters(splitFed))).isEqualTo(bits(parameters(vanilla(1))));
    }

    @Test
    void semiSupervisedWithAllLabelsAndNoAutoencoderIsVanilla() {
        TrainedNetwork labelled = TRAINING.train(new SemiSupervisedSplit(3, 1, 0, false, ORDER, Participation.ALL));
        assertThat(bits(parameters(labelled))).isEqualTo(bits(parameters(vanilla(3))));
    }

    private static TrainedNetwork vanilla(int clients) {
        return TRAINING.train(new VanillaSplit(clients, ORDER, HandOver.WITH_OPTIMIZER_STATE));
    }
}
