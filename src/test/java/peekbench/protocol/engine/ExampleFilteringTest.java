package peekbench.protocol.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.federated.FederatedSgd;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.threat.defense.DefenseChain;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.ExampleGradientFilter;
import peekbench.training.EpochReport;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingOptions;

class ExampleFilteringTest {
    private static final List<ProtocolOptions> PROTOCOLS = List.of(
            new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE),
            new FederatedAveraging(2, 1, LocalBatches.MINI_BATCHES, Participation.ALL),
            new FederatedSgd(2, LocalBatches.MINI_BATCHES, Participation.ALL));
    private static final TrainingFixture FIXTURE =
            TrainingFixture.of(TrainingFixture.PLAIN, 1).records(32);

    /** Scales every example's gradient alike and takes note of the norms. */
    private record Scaling(DoubleUnaryOperator factor, List<Double> norms)
            implements DefenseHooks, ExampleGradientFilter {
        @Override
        public Optional<ExampleGradientFilter> exampleGradientFilter() {
            return Optional.of(this);
        }

        @Override
        public double[] factors(double... found) {
            Arrays.stream(found).forEach(norms::add);
            return Arrays.stream(found).map(factor).toArray();
        }

        @Override
        public INDArray filter(INDArray gradient, int examples) {
            return gradient;
        }

        @Override
        public OptionalDouble privacySpent() {
            return OptionalDouble.of(norms.size());
        }
    }

    @Test
    void factorsOfOneChangeNoBit() {
        for (ProtocolOptions protocol : PROTOCOLS) {
            Scaling watching = new Scaling(norm -> 1, new ArrayList<>());
            List<EpochReport> reports = new ArrayList<>();
            TrainedNetwork watched = FIXTURE.defended(watching).train(protocol, reports);
            assertThat(bits(watched)).as(protocol.label()).isEqualTo(bits(FIXTURE.train(protocol)));
            assertThat(watching.norms()).hasSize(32).allMatch(norm -> norm > 0);
            assertThat(reports.get(0).privacySpent()).hasValue(32);
        }
    }

    @Test
    void withoutAFilterNoPrivacyIsReported() {
        List<EpochReport> reports = new ArrayList<>();
        FIXTURE.train(PROTOCOLS.get(0), reports);
        assertThat(reports.get(0).privacySpent()).isEmpty();
    }

    /** Nothing reaches the clients' layers; in split learning the server goes on learning. */
    @Test
    void factorsOfZeroStopTheClientsLayers() {
        for (ProtocolOptions protocol : PROTOCOLS) {
            TrainingFixture untrained = FIXTURE.training(FIXTURE.training().withEpochs(0));
            TrainedNetwork start = untrained.train(protocol);
            TrainedNetwork end =
                    FIXTURE.defended(new Scaling(norm -> 0, new ArrayList<>())).train(protocol);
            assertThat(TrainingFixture.bits(end.client().parameters()))
                    .isEqualTo(TrainingFixture.bits(start.client().parameters()));
            boolean serverStands = Arrays.equals(
                    TrainingFixture.bits(end.server().parameters()),
                    TrainingFixture.bits(start.server().parameters()));
            assertThat(serverStands).isEqualTo(!(protocol instanceof VanillaSplit));
        }
    }

    /** In float64, where the halves of gradients are the halves of a step; to 1e-12. */
    @Test
    void halvingEveryExampleHalvesTheStep() {
        TrainingFixture once = FIXTURE.records(16).float64();
        ProtocolOptions oneStep = new FederatedSgd(1, LocalBatches.MINI_BATCHES, Participation.ALL);
        INDArray start = TrainingFixture.parameters(
                once.training(once.training().withEpochs(0)).train(oneStep));
        TrainingFixture plain = once.training(new TrainingOptions(1, 16, TrainingFixture.PLAIN));
        INDArray whole = TrainingFixture.parameters(plain.train(oneStep)).sub(start);
        INDArray half = TrainingFixture.parameters(plain.defended(new Scaling(norm -> .5, new ArrayList<>()))
                        .train(oneStep))
                .sub(start);
        assertThat(whole.amaxNumber().doubleValue()).isGreaterThan(1e-4);
        assertThat(half.mul(2).sub(whole).amaxNumber().doubleValue()).isLessThan(1e-12);
    }

    @Test
    void twoFiltersInOneArmAreRefused() {
        Scaling one = new Scaling(norm -> 1, new ArrayList<>());
        assertThatThrownBy(() -> new DefenseChain(List.of(one, one)).exampleGradientFilter())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "An arm has 2 defenses that clip the gradients of single examples; it may have 1");
    }

    private static byte[] bits(TrainedNetwork network) {
        return TrainingFixture.bits(TrainingFixture.parameters(network));
    }
}
