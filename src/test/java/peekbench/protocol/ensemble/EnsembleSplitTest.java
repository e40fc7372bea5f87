package peekbench.protocol.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static peekbench.protocol.TrainingFixture.DATASET;
import static peekbench.protocol.TrainingFixture.MOMENTUM;
import static peekbench.protocol.TrainingFixture.bits;
import static peekbench.protocol.TrainingFixture.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Architecture;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.BatchNormalization;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.NamedLayer;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.engine.TrainingLoop;
import peekbench.protocol.engine.Vote;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.split.VanillaSplitProtocol;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.QueryingServerView;
import peekbench.training.EpochReport;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

class EnsembleSplitTest {
    private static final TrainingFixture TRAINING =
            TrainingFixture.of(MOMENTUM, 2).records(57).network(network(), "conv1");
    private static final int[] RECORDS = {1, 2, 3};

    /** Small, with running statistics at the server. */
    private static Architecture network() {
        return new Architecture(
                "test",
                DATASET.exampleShape(),
                List.of(
                        new NamedLayer("conv1", new Convolution(3, 5, 3, 0, true)),
                        new NamedLayer("norm1", new BatchNormalization()),
                        new NamedLayer("relu1", Activation.RELU),
                        new NamedLayer("flatten", new Flatten()),
                        new NamedLayer("fc1", new Dense(10))));
    }

    private static EnsembleSplit ensemble(WeightsTransfer weights) {
        return new EnsembleSplit(split(3, weights, TestedClient.LAST), 2);
    }

    private static VanillaSplit split(int clients, WeightsTransfer weights, TestedClient tested) {
        return new VanillaSplit(new ClientTurns(
                clients,
                ClientOrder.RANDOM_BY_BATCH,
                HandOver.WITH_OPTIMIZER_STATE,
                weights,
                tested,
                Participation.ALL));
    }

    private static TrainedNetwork alone(
            EnsembleSplit options, TrainingSetup setup, int member, TrainingObserver heard) {
        BatchSchedule same =
                new PartyFactory(setup).schedule(3, options.split().turns().order());
        TrainingSetup own = EnsembleSplitProtocol.ofMember(setup, member);
        return new TrainingLoop(own, new VanillaSplitProtocol(options.split()).run(own, same)).train(heard);
    }

    /** "This is equivalent to training individual networks one by one" (Gupta and Raskar 2018, section 6). */
    @ParameterizedTest
    @EnumSource(WeightsTransfer.class)
    void everyMemberHasTheBitsOfVanillaSplitLearningAlone(WeightsTransfer weights) {
        EnsembleSplit options = ensemble(weights);
        EnsembleNetwork network = (EnsembleNetwork) TRAINING.train(options);
        for (int member = 0; member < 2; member++) {
            TrainedNetwork alone = alone(options, TRAINING.setup(), member, TrainingObserver.silent());
            assertThat(bits(parameters(network.members().get(member)))).isEqualTo(bits(parameters(alone)));
        }
        assertThat(bits(parameters(network.members().get(0))))
                .isNotEqualTo(bits(parameters(network.members().get(1))));
    }

    @Test
    void trafficAndOperationsAreTheSumOfTheMembers() {
        EnsembleSplit options = ensemble(WeightsTransfer.SERVER);
        List<EpochReport> together = new ArrayList<>();
        TRAINING.train(options, together);
        List<EpochReport> one = new ArrayList<>();
        List<EpochReport> other = new ArrayList<>();
        alone(options, TRAINING.setup(), 0, one::add);
        alone(options, TRAINING.setup(), 1, other::add);
        for (int epoch = 0; epoch < 2; epoch++) {
            EpochReport sum = together.get(epoch);
            assertThat(sum.traffic())
                    .isEqualTo(one.get(epoch).traffic().plus(other.get(epoch).traffic()));
            assertThat(sum.flops())
                    .isEqualTo(one.get(epoch).flops().plus(other.get(epoch).flops()));
            assertThat(sum.trainLoss())
                    .isCloseTo((one.get(epoch).trainLoss() + other.get(epoch).trainLoss()) / 2, within(1e-12));
        }
    }

    @Test
    void theServerSeesTheSmashedDataOfAllMembers() {
        EnsembleNetwork network = (EnsembleNetwork) TRAINING.train(ensemble(WeightsTransfer.SERVER));
        QueryingServerView view =
                network.views(DATASET, Map.of(TargetSet.VICTIM_TEST, RECORDS)).querying();
        INDArray inputs = DATASET.inputs(RECORDS, Precision.FLOAT32);
        INDArray joined = Nd4j.concat(
                1,
                network.members().stream()
                        .map(member -> member.client().predict(inputs).reshape('c', 3, 3 * 8 * 8))
                        .toArray(INDArray[]::new));
        INDArray smashed = view.smashed(TargetSet.VICTIM_TEST);
        assertThat(view.smashedShape()).isEqualTo(Shape.of(2 * 3 * 8 * 8));
        assertThat(bits(smashed)).isEqualTo(bits(joined));
        assertThat(bits(view.query(inputs))).isEqualTo(bits(joined));
        assertThat(bits(network.client().predict(inputs))).isEqualTo(bits(joined));
        assertClose(view.ownSegment().predict(smashed), network.predict(inputs));
    }

    /** Running statistics of batch normalisation are taken over too. */
    @Test
    void theServersLayersTakeOverBuffers() {
        TrainedNetwork network = TRAINING.train(ensemble(WeightsTransfer.SERVER));
        INDArray inputs = DATASET.inputs(RECORDS, Precision.FLOAT32);
        Segment server = network.server();
        assertThat(server.bufferCount()).isPositive();
        assertClose(server.predict(network.client().predict(inputs)), network.predict(inputs));
    }

    private static void assertClose(INDArray actual, INDArray expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.sub(expected).norm2Number().doubleValue())
                .isLessThan(1e-5 * (1 + expected.norm2Number().doubleValue()));
    }

    @Test
    void theMajorityDecidesAndTiesGoToTheSmallestClass() {
        Vote vote = new Vote(List.of(outputs(2, 1, 2, 0), outputs(2, 1, 1, 3), outputs(0, 0, 3, 0)));
        assertThat(vote.classes()).containsExactly(2, 1, 1, 0);
        assertThat(new Vote(List.of(outputs(3, 2), outputs(1, 2))).classes()).containsExactly(1, 2);
        assertThat(vote.meanOutputs().getDouble(0, 2)).isCloseTo(2 / 3., within(1e-6));
    }

    private static INDArray outputs(int... classes) {
        INDArray outputs = Nd4j.zeros(classes.length, 4);
        for (int example = 0; example < classes.length; example++) {
            outputs.putScalar(example, classes[example], 1);
        }
        return outputs;
    }

    @Test
    void anEnsembleNeedsTwoMembersAndOneClientToVoteWith() {
        VanillaSplit each = split(3, WeightsTransfer.NONE, TestedClient.EACH);
        assertThatThrownBy(() -> new EnsembleSplit(each, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("members: is 1")
                .hasMessageContaining("tested: is each, but the members of an ensemble vote");
    }
}
