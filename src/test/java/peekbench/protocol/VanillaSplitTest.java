package peekbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.data.DataCatalogue;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.nn.LeNet5;
import peekbench.nn.Optimizer;
import peekbench.nn.Precision;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;
import peekbench.threat.DefenseHooks;
import peekbench.threat.LossTerm;
import peekbench.threat.QueryingServerView;
import peekbench.threat.TargetSet;

class VanillaSplitTest {
    private static final Dataset DATASET = DataCatalogue.embedded("fashion-mnist-sample");
    private static final Optimizer SGD = new Optimizer.Sgd(.05, .9, 5e-4);

    static Stream<Optimizer> optimizers() {
        return Stream.of(SGD, Optimizer.Adam.of(.002));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void manyClientsAndCentralizedTrainingGiveTheSameBits(Optimizer optimizer) {
        for (ClientOrder order : ClientOrder.values()) {
            TrainedNetwork three = train(
                    new VanillaSplit(3, order, HandOver.WITH_OPTIMIZER_STATE),
                    setup(optimizer, 2, 16),
                    new ArrayList<>());
            if (order == ClientOrder.ROUND_ROBIN_BY_BATCH) {
                TrainedNetwork whole = train(new Centralized(3), setup(optimizer, 2, 16), new ArrayList<>());
                assertThat(parameters(three)).isEqualTo(parameters(whole));
            }
            assertThat(parameters(three)).isNotEqualTo(parameters(untrained(optimizer)));
        }
    }

    @Test
    void oneClientAndCentralizedTrainingGiveTheSameBits() {
        TrainedNetwork one = train(vanilla(1), setup(SGD, 2, 16), new ArrayList<>());
        TrainedNetwork whole = train(new Centralized(1), setup(SGD, 2, 16), new ArrayList<>());
        assertThat(parameters(one)).isEqualTo(parameters(whole));
    }

    @Test
    void withoutTheOptimizersMemoryTrainingDiffers() {
        VanillaSplit weightsOnly = new VanillaSplit(3, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WEIGHTS_ONLY);
        TrainedNetwork handed = train(vanilla(3), setup(SGD, 1, 16), new ArrayList<>());
        TrainedNetwork kept = train(weightsOnly, setup(SGD, 1, 16), new ArrayList<>());
        assertThat(parameters(kept)).isNotEqualTo(parameters(handed));
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherDoesNot() {
        INDArray first = parameters(train(vanilla(2), setup(SGD, 1, 16), new ArrayList<>()));
        INDArray again = parameters(train(vanilla(2), setup(SGD, 1, 16), new ArrayList<>()));
        assertThat(again).isEqualTo(first);
    }

    @Test
    void everyEpochIsReportedWithItsTraffic() {
        List<EpochReport> reports = new ArrayList<>();
        train(vanilla(1), setup(SGD, 2, 32), reports);
        assertThat(reports).extracting(EpochReport::epoch).containsExactly(1, 2);
        EpochReport report = reports.get(0);
        int header = 1 + 8 + 4 + 1;
        long batches = 96 / 32;
        long smashed = 2 + 4 * 4 + 32L * 6 * 14 * 14 * 4;
        long targets = 2 + 2 * 4 + 32L * 10 * 4;
        assertThat(report.traffic().messages()).isEqualTo(2 * batches);
        assertThat(report.traffic().bytesToServer()).isEqualTo(batches * (header + smashed + targets));
        assertThat(report.traffic().bytesToClients()).isEqualTo(batches * (header + smashed));
        assertThat(reports.get(1).trainLoss()).isLessThan(report.trainLoss());
        assertThat(report.testAccuracy()).isBetween(0.0, 1.0);
    }

    @Test
    void theServerSeesWhatTheClientSends() {
        TrainedNetwork network = train(vanilla(2), setup(SGD, 1, 16), new ArrayList<>());
        int[] records = {1, 2, 3};
        QueryingServerView view = network.queryingServerView(DATASET, Map.of(TargetSet.VICTIM_TEST, records));
        INDArray inputs = DATASET.inputs(records, Precision.FLOAT32);
        assertThat(view.targets()).containsExactly(TargetSet.VICTIM_TEST);
        assertThat(view.smashed(TargetSet.VICTIM_TEST))
                .isEqualTo(network.client().predict(inputs));
        assertThat(view.query(inputs)).isEqualTo(view.smashed(TargetSet.VICTIM_TEST));
        assertThat(view.ownSegment().parameters()).isEqualTo(network.server().parameters());
        assertThatThrownBy(() -> view.smashed(TargetSet.VICTIM_TRAIN)).hasMessageContaining("victim-train");
    }

    @Test
    void hooksThatDoNothingChangeNoBit() {
        TrainingSetup plain = setup(SGD, 1, 16);
        TrainingSetup defended = new TrainingSetup(
                plain.architecture(),
                plain.cut(),
                plain.dataset(),
                plain.indexSets(),
                plain.partition(),
                plain.training(),
                List.of(context -> new DefenseHooks() {}),
                plain.precision(),
                plain.seed());
        assertThat(parameters(train(vanilla(2), defended, new ArrayList<>())))
                .isEqualTo(parameters(train(vanilla(2), plain, new ArrayList<>())));
    }

    @Test
    void aLossTermReachesTheClientAlone() {
        TrainingSetup plain = setup(new Optimizer.Sgd(.05, 0, 0), 1, 96);
        TrainingSetup defended = new TrainingSetup(
                plain.architecture(),
                plain.cut(),
                plain.dataset(),
                plain.indexSets(),
                plain.partition(),
                plain.training(),
                List.of(context -> new DefenseHooks() {
                    @Override
                    public java.util.Optional<LossTerm> addToLoss(INDArray input, INDArray smashed) {
                        return java.util.Optional.of(new LossTerm(.5, smashed.mul(.01)));
                    }
                }),
                plain.precision(),
                plain.seed());
        List<EpochReport> reports = new ArrayList<>();
        TrainedNetwork with = train(vanilla(1), defended, reports);
        TrainedNetwork without = train(vanilla(1), plain, new ArrayList<>());
        assertThat(with.server().parameters()).isEqualTo(without.server().parameters());
        assertThat(with.client().parameters()).isNotEqualTo(without.client().parameters());
        assertThat(reports.get(0).defenseStatistic()).hasValue(.5);
    }

    @Test
    void aBatchLargerThanAClientsDataIsNamed() {
        assertThatThrownBy(() -> train(vanilla(3), setup(SGD, 1, 64), new ArrayList<>()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("batch-size (64)")
                .hasMessageContaining("client 0, which has 32");
    }

    @Test
    void noClientsAreNamed() {
        assertThatThrownBy(() -> vanilla(0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("clients: is 0; it must be at least 1.");
    }

    private static VanillaSplit vanilla(int clients) {
        return new VanillaSplit(clients, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE);
    }

    private static TrainedNetwork untrained(Optimizer optimizer) {
        return train(vanilla(1), setup(optimizer, 0, 16), new ArrayList<>());
    }

    private static TrainedNetwork train(ProtocolOptions protocol, TrainingSetup setup, List<EpochReport> reports) {
        return protocol.create().train(setup, reports::add);
    }

    private static TrainingSetup setup(Optimizer optimizer, int epochs, int batchSize) {
        Seed seed = Seed.of(11);
        return new TrainingSetup(
                new LeNet5().architecture(DATASET.exampleShape(), 10),
                "pool1",
                DATASET,
                IndexSets.draw(DATASET, new IndexSets.Sizes(96, 50, 0, 0), seed),
                new Partition.Iid(),
                new TrainingOptions(epochs, batchSize, optimizer),
                List.of(),
                Precision.FLOAT32,
                seed);
    }

    private static INDArray parameters(TrainedNetwork network) {
        return Nd4j.concat(0, network.client().parameters(), network.server().parameters());
    }
}
