package peekbench.protocol.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static peekbench.nn.ArrayBits.bits;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.data.IndexSets;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.loss.LossFunction;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.SumRoster;
import peekbench.threat.defense.UpdateMasking;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.ClientUpdate;
import peekbench.threat.observation.Moment;
import peekbench.threat.observation.ObservedRound;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.AggregatorView;
import peekbench.threat.view.Views;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/** What an aggregator sees, against what the network's layers give when they are asked directly. */
class AggregatorViewTest {
    private static final int CLIENTS = 3;
    private static final ProtocolOptions GRADIENTS =
            new FederatedSgd(CLIENTS, LocalBatches.ALL_RECORDS, Participation.ALL);
    private static final FederatedAveraging WEIGHTS =
            new FederatedAveraging(CLIENTS, 1, LocalBatches.MINI_BATCHES, Participation.ALL);
    private static final ProtocolOptions PROXIMAL = new FedProx(WEIGHTS, .1);
    private static final ProtocolOptions NORMALIZED = new FedNova(WEIGHTS);
    private static final ProtocolOptions CONTROLLED = new Scaffold(WEIGHTS);
    private static final TrainingFixture FIXTURE = TrainingFixture.of(TrainingFixture.PLAIN, 1);

    @Test
    void gradientsAreThoseOfTheNetworkAtEitherMoment() {
        TrainingSetup setup = FIXTURE.setup();
        int[] records = targets(setup).get(TargetSet.VICTIM_TEST);
        AggregatorView view = view(GRADIENTS, FIXTURE);
        for (Moment moment : Moment.values()) {
            ObservedRound round = view.at(moment);
            Segment network = round.network(Precision.FLOAT32, Seed.of(1));
            List<ClientUpdate> updates = round.targetUpdates(TargetSet.VICTIM_TEST, 3);
            assertThat(updates).extracting(ClientUpdate::records).containsExactly(3, 3, 1);
            INDArray expected = gradient(network, setup, Arrays.copyOfRange(records, 3, 6));
            assertThat(bits(updates.get(1).change())).isEqualTo(bits(expected.castTo(DataType.DOUBLE)));
        }
        assertThat(bits(view.at(Moment.INITIAL)
                        .network(Precision.FLOAT32, Seed.of(1))
                        .parameters()))
                .isEqualTo(bits(setup.wholeSegment().parameters()));
        assertThat(bits(view.at(Moment.TRAINED)
                        .network(Precision.FLOAT32, Seed.of(1))
                        .parameters()))
                .isEqualTo(bits(TrainingFixture.parameters(FIXTURE.train(GRADIENTS))));
    }

    private static INDArray gradient(Segment network, TrainingSetup setup, int[] records) {
        INDArray outputs = network.forward(setup.dataset().inputs(records, Precision.FLOAT32));
        network.backwardParameters(LossFunction.CROSS_ENTROPY
                .of(outputs, setup.dataset().targets(records, Precision.FLOAT32))
                .gradient());
        return network.gradients();
    }

    @Test
    void everyClientSendsTheUpdateOfItsOwnRecords() {
        TrainingSetup setup = FIXTURE.setup();
        ObservedRound round = view(GRADIENTS, FIXTURE).at(Moment.INITIAL);
        List<int[]> parts = setup.clientRecords(CLIENTS);
        List<ClientUpdate> updates = round.clientUpdates();
        assertThat(updates).hasSize(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            INDArray expected = gradient(setup.wholeSegment(), setup, parts.get(client));
            assertThat(updates.get(client).records()).isEqualTo(parts.get(client).length);
            assertThat(updates.get(client)
                            .change()
                            .sub(expected.castTo(DataType.DOUBLE))
                            .amaxNumber()
                            .doubleValue())
                    .isLessThan(1e-6);
        }
    }

    /** At learning rate .05 one step moves the weights by a twentieth of the gradient. */
    @Test
    void weightsAreSeenAsTheirChange() {
        INDArray gradient = first(view(GRADIENTS, FIXTURE)).change();
        for (ProtocolOptions protocol : List.of(WEIGHTS, PROXIMAL, NORMALIZED)) {
            INDArray change = first(view(protocol, FIXTURE)).change();
            assertThat(change.mul(-20).sub(gradient).amaxNumber().doubleValue()).isLessThan(1e-4);
        }
    }

    private static ClientUpdate first(AggregatorView view) {
        return view.at(Moment.INITIAL).targetUpdates(TargetSet.VICTIM_TEST, 3).get(0);
    }

    @Test
    void updatesAreSeenAfterEveryDefenseOwnRecordsToo() {
        TrainingFixture defended = FIXTURE.defended(new DefenseHooks() {
            @Override
            public INDArray filterUpdate(INDArray update) {
                return update.mul(0).addi(7);
            }
        });
        for (ProtocolOptions protocol : List.of(GRADIENTS, WEIGHTS)) {
            ObservedRound round = view(protocol, defended).at(Moment.INITIAL);
            TrainingSetup setup = FIXTURE.setup();
            INDArray inputs = setup.dataset().inputs(new int[] {1, 2}, Precision.FLOAT32);
            INDArray wanted = setup.dataset().targets(new int[] {1, 2}, Precision.FLOAT32);
            assertThat(List.of(
                            round.targetUpdates(TargetSet.VICTIM_TEST, 7).get(0),
                            round.rehearse(inputs, wanted),
                            round.clientUpdates().get(2)))
                    .allSatisfy(update -> assertThat(
                                    update.change().sub(7).amaxNumber().doubleValue())
                            .isLessThan(1e-6));
        }
    }

    @Test
    void whatNobodySentIsNamed() {
        ObservedRound round = view(GRADIENTS, FIXTURE).at(Moment.INITIAL);
        assertThat(round.targets()).containsExactly(TargetSet.VICTIM_TEST);
        assertThatThrownBy(() -> round.targetUpdates(TargetSet.VICTIM_TRAIN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("victim-train");
        assertThatThrownBy(() -> round.targetUpdates(TargetSet.VICTIM_TEST, 0)).hasMessageContaining("at least 1");
    }

    @Test
    void viewsAreThoseOfTheRolesThatTheOptionsName() {
        List<ProtocolOptions> federated = List.of(
                GRADIENTS,
                WEIGHTS,
                PROXIMAL,
                NORMALIZED,
                new SynchronousSgd(2, 0, new StragglerDelay(1, .5), Participation.ALL));
        for (ProtocolOptions protocol : federated) {
            assertThat(views(protocol, FIXTURE.training(new TrainingOptions(0, 16, TrainingFixture.PLAIN)))
                            .roles())
                    .isEqualTo(protocol.roles())
                    .contains(AggregatorView.class);
        }
        assertThat(views(CONTROLLED, FIXTURE).roles())
                .isEqualTo(CONTROLLED.roles())
                .doesNotContain(AggregatorView.class);
    }

    @Test
    void updatesAreHiddenWhereTheAggregatorOnlyAddsThemUp() {
        assertThat(new SynchronousSgd(3, 1, new StragglerDelay(1, .5), Participation.ALL).reasonAgainstSums())
                .hasValueSatisfying(reason -> assertThat(reason).contains("1 backups"));
        assertThat(new FederatedSgd(1, LocalBatches.ALL_RECORDS, Participation.ALL).reasonAgainstSums())
                .isPresent();
        assertThat(List.of(GRADIENTS, WEIGHTS, PROXIMAL))
                .allSatisfy(protocol -> assertThat(protocol.reasonAgainstSums()).isEmpty());
        for (ProtocolOptions protocol : List.of(NORMALIZED, CONTROLLED)) {
            String reason = protocol.reasonAgainstSums().orElseThrow();
            assertThat(reason).contains("use federated-averaging or fedprox");
            TrainingFixture masked = FIXTURE.defended(new DefenseHooks() {
                @Override
                public Optional<UpdateMasking> updateMasking() {
                    return Optional.of(new NoMasking());
                }
            });
            assertThatThrownBy(() -> masked.train(protocol))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("hides updates in their sum, which this protocol cannot do: " + reason);
        }
    }

    private record NoMasking() implements UpdateMasking {
        @Override
        public INDArray mask(INDArray values, int weight, SumRoster roster) {
            throw new AssertionError();
        }

        @Override
        public INDArray read(INDArray sum) {
            throw new AssertionError();
        }
    }

    private static AggregatorView view(ProtocolOptions protocol, TrainingFixture fixture) {
        return views(protocol, fixture).of(AggregatorView.class).orElseThrow();
    }

    private static Views views(ProtocolOptions options, TrainingFixture fixture) {
        TrainingSetup setup = fixture.setup();
        Protocol protocol = options.create();
        AuxiliaryData none = new AuxiliaryData(Nd4j.zeros(1, 1, 28, 28), List.of(0));
        return protocol.views(
                setup,
                protocol.train(setup, TrainingObserver.silent()),
                targets(setup),
                new AttackerKnowledge(none, none));
    }

    private static Map<TargetSet, int[]> targets(TrainingSetup setup) {
        return Map.of(TargetSet.VICTIM_TEST, Arrays.copyOf(setup.indexSets().of(IndexSets.Part.VICTIM_TEST), 7));
    }
}
