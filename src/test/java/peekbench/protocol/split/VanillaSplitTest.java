package peekbench.protocol.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static peekbench.nn.ArrayBits.bits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Precision;
import peekbench.nn.model.LeNet5;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.whole.Centralized;
import peekbench.protocol.whole.WholeSamples;
import peekbench.seed.Seed;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.LossTerm;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.KnownPlaintexts;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.CuriousServerView;
import peekbench.threat.view.EavesdropperView;
import peekbench.threat.view.QueryingServerView;
import peekbench.training.EpochReport;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

@Tag("slow")
class VanillaSplitTest {
    private static final Dataset DATASET = DataCatalogue.embedded("fashion-mnist-sample");
    private static final Optimizer SGD = new Optimizer.Sgd(.05, .9, 5e-4);

    static Stream<Optimizer> optimizers() {
        return Stream.of(SGD, Optimizer.Adam.of(.002));
    }

    static Stream<Arguments> orders() {
        return optimizers()
                .flatMap(optimizer -> Stream.of(ClientOrder.values()).map(order -> Arguments.of(optimizer, order)));
    }

    /** Lemma 1 of Gupta and Raskar (2018), section 3.2.1; 97 records make the last batches partial. */
    @ParameterizedTest
    @MethodSource("orders")
    void manyClientsOneClientAndCentralizedTrainingGiveTheSameBits(Optimizer optimizer, ClientOrder order) {
        TrainingSetup setup = setup(optimizer, 2, 16);
        BatchSchedule schedule = new PartyFactory(setup).schedule(3, order);
        VanillaSplitProtocol split =
                new VanillaSplitProtocol(new VanillaSplit(3, order, HandOver.WITH_OPTIMIZER_STATE));
        INDArray three = parameters(split.train(setup, TrainingObserver.silent(), schedule));
        INDArray one = parameters(split.train(setup, TrainingObserver.silent(), schedule.byOneClient()));
        INDArray whole = parameters(WholeSamples.centralized(setup, schedule::inOrder));
        assertThat(bits(three)).isEqualTo(bits(whole));
        assertThat(bits(one)).isEqualTo(bits(whole));
        assertThat(three).isNotEqualTo(parameters(untrained(optimizer)));
    }

    @Test
    void centralizedTrainingTakesTheOrderOfClientsFromItsOptions() {
        INDArray three = parameters(train(vanilla(3), setup(SGD, 1, 16), new ArrayList<>()));
        INDArray sameOrder = parameters(train(new Centralized(3), setup(SGD, 1, 16), new ArrayList<>()));
        INDArray ownOrder = parameters(train(new Centralized(1), setup(SGD, 1, 16), new ArrayList<>()));
        assertThat(bits(sameOrder)).isEqualTo(bits(three));
        assertThat(bits(ownOrder)).isNotEqualTo(bits(three));
    }

    @Test
    void withoutTheOptimizersMemoryTrainingDiffersOnlyWhereThereIsMemory() {
        Optimizer forgetful = new Optimizer.Sgd(.05, 0, 5e-4);
        VanillaSplit weightsOnly = new VanillaSplit(3, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WEIGHTS_ONLY);
        assertThat(parameters(train(weightsOnly, setup(SGD, 1, 16), new ArrayList<>())))
                .isNotEqualTo(parameters(train(vanilla(3), setup(SGD, 1, 16), new ArrayList<>())));
        assertThat(bits(parameters(train(weightsOnly, setup(forgetful, 1, 16), new ArrayList<>()))))
                .isEqualTo(bits(parameters(train(vanilla(3), setup(forgetful, 1, 16), new ArrayList<>()))));
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherDoesNot() {
        INDArray first = parameters(train(vanilla(2), setup(SGD, 1, 16), new ArrayList<>()));
        INDArray again = parameters(train(vanilla(2), setup(SGD, 1, 16), new ArrayList<>()));
        INDArray other = parameters(train(vanilla(2), setup(SGD, 1, 16, Seed.of(12)), new ArrayList<>()));
        assertThat(bits(again)).isEqualTo(bits(first));
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void everyEpochIsReportedWithItsTraffic() {
        List<EpochReport> reports = new ArrayList<>();
        train(vanilla(1), setup(SGD, 2, 32, 96, Seed.of(11)), reports);
        assertThat(reports).extracting(EpochReport::epoch).containsExactly(1, 2);
        EpochReport report = reports.get(0);
        int header = 1 + 8 + 4 + 2;
        long batches = 3;
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
        QueryingServerView view =
                network.views(DATASET, Map.of(TargetSet.VICTIM_TEST, records)).querying();
        INDArray inputs = DATASET.inputs(records, Precision.FLOAT32);
        assertThat(view.targets()).containsExactly(TargetSet.VICTIM_TEST);
        INDArray smashed = view.smashed(TargetSet.VICTIM_TEST);
        assertThat(bits(smashed)).isEqualTo(bits(network.client().predict(inputs)));
        assertThat(bits(view.query(inputs))).isEqualTo(bits(smashed));
        assertThat(bits(view.ownSegment().parameters()))
                .isEqualTo(bits(network.server().parameters()));
        CuriousServerView curious =
                network.views(DATASET, Map.of(TargetSet.VICTIM_TEST, records)).curious();
        assertThat(bits(curious.smashed(TargetSet.VICTIM_TEST))).isEqualTo(bits(smashed));
        assertThatThrownBy(() -> view.smashed(TargetSet.VICTIM_TRAIN)).hasMessageContaining("victim-train");
    }

    @Test
    void someoneOnTheWireKnowsTheFirstOfItsOwnRecordsInBothForms() {
        TrainedNetwork network = train(vanilla(2), setup(SGD, 1, 16), new ArrayList<>());
        INDArray own = DATASET.inputs(new int[] {7, 8, 9}, Precision.FLOAT32);
        EavesdropperView view = network.views(DATASET, Map.of(TargetSet.VICTIM_TEST, new int[] {1, 2, 3}))
                .eavesdropper(new AuxiliaryData(own, List.of()));
        KnownPlaintexts known = view.knownPlaintexts(2);
        assertThat(known.size()).isEqualTo(2);
        assertThat(bits(known.inputs())).isEqualTo(bits(DATASET.inputs(new int[] {7, 8}, Precision.FLOAT32)));
        assertThat(bits(known.sent())).isEqualTo(bits(network.client().predict(known.inputs())));
        assertThatThrownBy(() -> view.knownPlaintexts(4))
                .hasMessage(
                        "An eavesdropper with 3 records of its own cannot know 4 of those that were sent; ask for 1 to"
                                + " 3.");
    }

    @Test
    void theServerSeesSmashedDataAfterTheFilter() {
        TrainingSetup setup = defended(setup(SGD, 0, 16), new DefenseHooks() {
            @Override
            public INDArray filterSmashed(INDArray smashed) {
                return smashed.mul(2);
            }
        });
        TrainedNetwork network = train(vanilla(1), setup, new ArrayList<>());
        int[] records = {1, 2, 3};
        QueryingServerView view =
                network.views(DATASET, Map.of(TargetSet.VICTIM_TRAIN, records)).querying();
        INDArray inputs = DATASET.inputs(records, Precision.FLOAT32);
        INDArray doubled = network.client().predict(inputs).mul(2);
        assertThat(bits(view.smashed(TargetSet.VICTIM_TRAIN))).isEqualTo(bits(doubled));
        assertThat(bits(view.query(inputs))).isEqualTo(bits(doubled));
    }

    @Test
    void hooksThatDoNothingChangeNoBit() {
        TrainingSetup plain = setup(SGD, 1, 16);
        TrainingSetup defended = defended(plain, new DefenseHooks() {});
        assertThat(bits(parameters(train(vanilla(2), defended, new ArrayList<>()))))
                .isEqualTo(bits(parameters(train(vanilla(2), plain, new ArrayList<>()))));
    }

    /** One step, so that the server meets the same smashed data with and without. */
    @Test
    void aLossTermReachesTheClientAlone() {
        TrainingSetup plain = setup(new Optimizer.Sgd(.05, 0, 0), 1, 96, 96, Seed.of(11));
        TrainingSetup defended = defended(plain, new DefenseHooks() {
            @Override
            public Optional<LossTerm> addToLoss(INDArray input, INDArray smashed) {
                return Optional.of(new LossTerm(.5, smashed.mul(.01)));
            }
        });
        List<EpochReport> reports = new ArrayList<>();
        TrainedNetwork with = train(vanilla(1), defended, reports);
        TrainedNetwork without = train(vanilla(1), plain, new ArrayList<>());
        assertThat(bits(with.server().parameters()))
                .isEqualTo(bits(without.server().parameters()));
        assertThat(with.client().parameters()).isNotEqualTo(without.client().parameters());
        assertThat(reports.get(0).defenseStatistic()).hasValue(.5);
    }

    @Test
    void centralizedTrainingRefusesDefenses() {
        TrainingSetup setup = defended(setup(SGD, 1, 16), new DefenseHooks() {});
        assertThatThrownBy(() -> train(new Centralized(1), setup, new ArrayList<>()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("(centralized) cannot train with defenses")
                .hasMessageContaining("vanilla-split with 1 client");
    }

    @Test
    void aCutThatLeavesTheServerWithoutLayersIsNamed() {
        TrainingSetup plain = setup(SGD, 1, 16);
        TrainingSetup empty = new TrainingSetup(
                plain.architecture(),
                "fc3",
                plain.dataset(),
                plain.indexSets(),
                plain.partition(),
                plain.training(),
                plain.defenses(),
                plain.precision(),
                plain.seed());
        assertThatThrownBy(() -> train(vanilla(2), empty, new ArrayList<>()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The cut (fc3)")
                .hasMessageContaining("its cuts are conv1, ");
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

    private static TrainingSetup defended(TrainingSetup plain, DefenseHooks hooks) {
        return new TrainingSetup(
                plain.architecture(),
                plain.cut(),
                plain.dataset(),
                plain.indexSets(),
                plain.partition(),
                plain.training(),
                List.of(context -> hooks),
                plain.precision(),
                plain.seed());
    }

    private static TrainingSetup setup(Optimizer optimizer, int epochs, int batchSize) {
        return setup(optimizer, epochs, batchSize, Seed.of(11));
    }

    private static TrainingSetup setup(Optimizer optimizer, int epochs, int batchSize, Seed seed) {
        return setup(optimizer, epochs, batchSize, 97, seed);
    }

    private static TrainingSetup setup(Optimizer optimizer, int epochs, int batchSize, int records, Seed seed) {
        return new TrainingSetup(
                new LeNet5().architecture(DATASET.exampleShape(), 10),
                "pool1",
                DATASET,
                IndexSets.draw(DATASET, new IndexSets.Sizes(records, 50, 0, 0), seed),
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
