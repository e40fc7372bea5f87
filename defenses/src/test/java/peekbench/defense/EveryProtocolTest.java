package peekbench.defense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.defense.learned.AdversarialDecoder;
import peekbench.defense.learned.LearnedNoise;
import peekbench.defense.nopeek.NoPeek;
import peekbench.nn.array.Precision;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.adasplit.AdaSplit;
import peekbench.protocol.ensemble.EnsembleSplit;
import peekbench.protocol.ensemble.StudentTraining;
import peekbench.protocol.federated.FedNova;
import peekbench.protocol.federated.FedProx;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.federated.FederatedSgd;
import peekbench.protocol.federated.Scaffold;
import peekbench.protocol.federated.StragglerDelay;
import peekbench.protocol.federated.SynchronousSgd;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.FederatedSplit;
import peekbench.protocol.split.OnlineSplit;
import peekbench.protocol.split.ParallelSplit;
import peekbench.protocol.split.Relays;
import peekbench.protocol.split.SemiSupervisedSplit;
import peekbench.protocol.split.SplitFed;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.split.WrapAround;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.protocol.whole.Centralized;
import peekbench.protocol.whole.SanitizedTraining;
import peekbench.registry.Registry;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.EpochReport;
import peekbench.training.ProtocolOptions;
import peekbench.training.ProtocolProvider;
import peekbench.training.TrainedNetwork;

/** Defenses that work on clients under every protocol that takes defenses. */
@Tag("slow")
class EveryProtocolTest {
    private static final ClientOrder ORDER = ClientOrder.ROUND_ROBIN_BY_BATCH;
    private static final HandOver ALL = HandOver.WITH_OPTIMIZER_STATE;
    private static final List<Integer> HIDDEN = List.of(16, 8);
    private static final int EPOCHS = 2;

    /** Its decoder learns enough from two epochs to be worth playing against. */
    private static final AdversarialDecoder HASTY = new AdversarialDecoder(2, 16, 64, 30, .01);

    static Stream<ProtocolOptions> protocols() {
        return Stream.of(
                new VanillaSplit(2, ORDER, ALL),
                new WrapAround(
                        new ClientTurns(2, ORDER, ALL, WeightsTransfer.SERVER, TestedClient.LAST, Participation.ALL),
                        "relu2"),
                new Relays(2, List.of("relu2"), ORDER, ALL, Participation.ALL),
                new SemiSupervisedSplit(2, .5, .1, true, ORDER, Participation.ALL),
                new OnlineSplit(2, ORDER, 0, 2, Participation.ALL),
                new EnsembleSplit(new VanillaSplit(2, ORDER, ALL), 2),
                new StudentTraining(new VanillaSplit(2, ORDER, ALL), 4, 1),
                new ParallelSplit(2, TestedClient.LAST, Participation.ALL),
                new FederatedSplit(2, TestedClient.LAST, Participation.ALL),
                new SplitFed(2, SplitFed.Version.FIRST, Participation.ALL),
                new SplitFed(2, SplitFed.Version.SECOND, Participation.ALL),
                new FederatedAveraging(2, 1, LocalBatches.MINI_BATCHES, Participation.ALL),
                new FedProx(new FederatedAveraging(2, 1, LocalBatches.MINI_BATCHES, Participation.ALL), .1),
                new Scaffold(new FederatedAveraging(2, 1, LocalBatches.MINI_BATCHES, Participation.ALL)),
                new FedNova(new FederatedAveraging(2, 1, LocalBatches.MINI_BATCHES, Participation.ALL)),
                new FederatedSgd(2, LocalBatches.ALL_RECORDS, Participation.ALL),
                new SynchronousSgd(2, 0, new StragglerDelay(1, .5), Participation.ALL),
                new SanitizedTraining(2, 1));
    }

    static Stream<ProtocolOptions> protocolsWithGradients() {
        return protocols().filter(protocol -> !(protocol instanceof SanitizedTraining));
    }

    static Stream<ProtocolOptions> protocolsWithGradientsOfWhatIsPutToWork() {
        return protocolsWithGradients().filter(protocol -> !(protocol instanceof StudentTraining));
    }

    @Test
    void noProtocolThatTakesDefensesIsLeftOut() {
        assertThat(protocols().<Class<?>>map(Object::getClass))
                .as("a new protocol belongs in the table above, or has a test of its own as AdaSplit")
                .containsAll(Registry.builtIn(ProtocolProvider.KIND).entries().stream()
                        .<Class<?>>map(entry -> entry.provider().options())
                        .filter(options -> options != Centralized.class && options != AdaSplit.class)
                        .toList());
        assertThat(new Centralized(1).reasonAgainstDefenses()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void atWeightZeroTrainingHasTheBitsOfNoDefense(ProtocolOptions protocol) {
        byte[] none = bits(protocol);
        assertThat(bits(protocol, new NoPeek(NoPeek.Form.ADDED, 0))).isEqualTo(none);
        assertThat(bits(protocol, new NoPeek(NoPeek.Form.CONVEX, 0))).isEqualTo(none);
        assertThat(bits(protocol, new AdversarialDecoder(0))).isEqualTo(none);
        assertThat(bits(protocol, new LearnedNoise(0))).isEqualTo(none);
    }

    @ParameterizedTest
    @MethodSource("protocolsWithGradients")
    void everyClientAddsToItsLossAndSaysWhatItMeasured(ProtocolOptions protocol) {
        byte[] none = bits(protocol);
        for (DefenseOptions defense : List.of(new NoPeek(NoPeek.Form.ADDED, 2), HASTY)) {
            List<EpochReport> reports = new ArrayList<>();
            assertThat(bits(protocol, reports, defense)).as(defense.label()).isNotEqualTo(none);
            assertThat(reports.subList(0, EPOCHS))
                    .as(defense.label())
                    .allSatisfy(report -> assertThat(report.defenseStatistic()).isPresent());
        }
    }

    @Test
    void clientsWithoutLayersRefuseToAddToALoss() {
        assertThatThrownBy(() -> bits(new SanitizedTraining(2, 1), new NoPeek(NoPeek.Form.ADDED, 2)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot train with a defense that adds to the client's loss");
    }

    /** Averages of equal weights may be rounded, so those are held to float32's last places. */
    @ParameterizedTest
    @MethodSource("protocolsWithGradientsOfWhatIsPutToWork")
    void noiseIsLearnedFromTheFinishedNetwork(ProtocolOptions protocol) {
        TrainedNetwork plain = train(protocol, new ArrayList<>());
        List<EpochReport> reports = new ArrayList<>();
        TrainedNetwork noisy = train(protocol, reports, new LearnedNoise(1));
        assertThat(difference(noisy.client().parameters(), plain.client().parameters()))
                .isLessThan(1e-6);
        assertThat(difference(noisy.server().parameters(), plain.server().parameters()))
                .isLessThan(1e-6);
        assertThat(reports).extracting(EpochReport::epoch).containsExactly(1, 2, 3, 4);
        assertThat(reports)
                .extracting(report -> report.defenseStatistic().isPresent())
                .containsExactly(false, false, true, true);
        assertThat(reports.get(2).defenseStatistic().orElseThrow()).isBetween(.3, 3.);
        INDArray x = DataCatalogue.embedded("lipids").inputs(new int[] {200, 201, 202}, Precision.FLOAT32);
        assertThat(difference(noisy.encode(x), plain.encode(x))).isGreaterThan(.01);
    }

    @Test
    void whoGetsNoGradientCannotLearnNoise() {
        assertThatThrownBy(() -> bits(new SanitizedTraining(2, 1), new LearnedNoise(1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The protocol (sanitized-training) cannot train with a defense that learns from");
        ProtocolOptions student = new StudentTraining(new VanillaSplit(2, ORDER, ALL), 1, 1);
        assertThatThrownBy(() -> bits(student, new LearnedNoise(1))).hasMessageContaining("The protocol (student)");
    }

    private static byte[] bits(ProtocolOptions protocol, DefenseOptions... arm) {
        return bits(protocol, new ArrayList<>(), arm);
    }

    private static byte[] bits(ProtocolOptions protocol, List<EpochReport> reports, DefenseOptions... arm) {
        return SmallTraining.bits(train(protocol, reports, arm));
    }

    private static TrainedNetwork train(ProtocolOptions protocol, List<EpochReport> reports, DefenseOptions... arm) {
        return protocol.create().train(SmallTraining.setup(HIDDEN, arm), reports::add);
    }

    private static double difference(INDArray one, INDArray other) {
        assertThat(one.shape()).isEqualTo(other.shape());
        return one.length() == 0 ? 0 : one.sub(other).amaxNumber().doubleValue();
    }
}
