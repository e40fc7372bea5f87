package peekbench.defense;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.defense.compression.DropoutOnSmashed;
import peekbench.defense.compression.Quantization;
import peekbench.defense.compression.QuantizationRange;
import peekbench.defense.learned.LearnedNoise;
import peekbench.defense.noise.GaussianNoise;
import peekbench.defense.noise.GaussianStrength;
import peekbench.defense.permutation.ChannelPermutation;
import peekbench.defense.sanitizer.RandomVector;
import peekbench.nn.Optimizer;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.model.LeNet5;
import peekbench.protocol.adasplit.AdaSplit;
import peekbench.protocol.ensemble.StudentTraining;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.FederatedSplit;
import peekbench.protocol.split.ParallelSplit;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.protocol.whole.Centralized;
import peekbench.protocol.whole.SanitizedTraining;
import peekbench.seed.Seed;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.observation.TargetSet;
import peekbench.training.EpochReport;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingRecord;
import peekbench.training.TrainingSetup;

/** A training that is played back from its record gives every view the bits of the training itself, under every protocol. */
@Tag("slow")
class PlayedBackTest {
    private static final Map<TargetSet, int[]> TARGETS = Map.of(
            TargetSet.VICTIM_TRAIN, IntStream.range(0, 9).toArray(),
            TargetSet.VICTIM_TEST, IntStream.range(200, 207).toArray());
    private static final Dataset IMAGES = DataCatalogue.embedded("fashion-mnist-sample");
    private static final Set<Integer> LOOKS = Set.of(0, 1, 2);

    static Stream<ProtocolOptions> protocols() {
        ClientTurns turns = new ClientTurns(
                3,
                ClientOrder.RANDOM_BY_EPOCH,
                HandOver.WEIGHTS_ONLY,
                WeightsTransfer.NONE,
                TestedClient.AVERAGE,
                Participation.ALL);
        return Stream.concat(
                EveryProtocolTest.protocols(),
                Stream.of(
                        new VanillaSplit(turns),
                        new ParallelSplit(3, TestedClient.AVERAGE, Participation.ALL),
                        new FederatedSplit(3, TestedClient.EACH, Participation.ALL)));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void withoutDefense(ProtocolOptions protocol) {
        assertPlayedBack(protocol, () -> SmallTraining.setup(List.of(16, 8)).watching(Set.of(2)));
    }

    @Test
    void withoutDefenseWhereNoneIsTakenOrClassesAreNeeded() {
        assertPlayedBack(new Centralized(2), () -> SmallTraining.setup(List.of(16, 8)));
        assertPlayedBack(new AdaSplit(2), PlayedBackTest::ofImages);
        assertPlayedBack(
                new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE),
                PlayedBackTest::ofImages);
    }

    private static TrainingSetup ofImages() {
        Seed seed = Seed.of(11);
        return new TrainingSetup(
                        new LeNet5().architecture(IMAGES.exampleShape(), 10),
                        "pool1",
                        IMAGES,
                        IndexSets.draw(IMAGES, new IndexSets.Sizes(64, 20, 0, 0), seed),
                        new Partition.Iid(),
                        new TrainingOptions(2, 16, Optimizer.Adam.of(.003)),
                        List.of(),
                        Precision.FLOAT32,
                        seed)
                .watching(Set.of(2));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void withStreamsOfRandomNumbers(ProtocolOptions protocol) {
        assertPlayedBack(
                protocol,
                () -> SmallTraining.setup(
                        List.of(16, 8),
                        new GaussianNoise(new GaussianStrength.Scale(.3)),
                        new DropoutOnSmashed(.2),
                        new ChannelPermutation(1, true),
                        new RandomVector(),
                        new Quantization(6, new QuantizationRange.Batch())));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void withNoiseThatWasLearned(ProtocolOptions protocol) {
        if (protocol instanceof StudentTraining || protocol instanceof SanitizedTraining) {
            return; // they refuse it
        }
        assertPlayedBack(protocol, () -> SmallTraining.setup(List.of(16, 8), new LearnedNoise(1)));
    }

    @Test
    void aDefenseThatDoesNotSayWhatItRemembersIsNamed() {
        TrainingRecord record = TrainingRecord.ofNext(Set.of());
        seen(
                new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE),
                SmallTraining.setup(List.of(16), new Silent()),
                new Looking(record));
        assertThat(record.refusals())
                .singleElement()
                .asString()
                .contains("The defense (" + SilentHooks.class.getName() + ") does not say what it remembers");
    }

    private static void assertPlayedBack(ProtocolOptions protocol, Supplier<TrainingSetup> setups) {
        Looking first = new Looking(TrainingRecord.ofNext(LOOKS));
        List<byte[]> trained = seen(protocol, setups.get(), first);
        assertThat(first.record().refusals()).isEmpty();
        Looking again = new Looking(TrainingRecord.finished(
                LOOKS, first.record().arrays(), first.record().epochs()));
        List<byte[]> played = seen(protocol, setups.get(), again);
        assertSame(played, trained);
        assertSame(again.looks, first.looks);
        assertThat(again.reports).isEqualTo(first.reports);
        Looking unrecorded = new Looking(TrainingRecord.none());
        assertSame(seen(protocol, setups.get(), unrecorded), trained);
        assertSame(unrecorded.looks, first.looks);
    }

    private static void assertSame(List<byte[]> actual, List<byte[]> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i)).as("array " + i).isEqualTo(expected.get(i));
        }
    }

    /** What views are made of, twice, since whoever looks has defenses draw random numbers. */
    private static List<byte[]> seen(ProtocolOptions protocol, TrainingSetup setup, Looking observer) {
        observer.setup = Optional.of(setup);
        TrainedNetwork network = protocol.create().train(setup, observer);
        List<byte[]> all = new ArrayList<>();
        for (int look = 0; look < 2; look++) {
            all.addAll(look(network, setup));
        }
        network.watched().epochs().values().forEach(epoch -> {
            epoch.batches().forEach(batch -> {
                all.add(SmallTraining.bits(batch.features()));
                all.add(SmallTraining.bits(batch.gradients()));
            });
            all.add(epoch.labels().toString().getBytes(StandardCharsets.UTF_8));
            all.add(epoch.records().toString().getBytes(StandardCharsets.UTF_8));
        });
        return all;
    }

    private static List<byte[]> look(TrainedNetwork network, TrainingSetup setup) {
        List<byte[]> all = new ArrayList<>();
        var observed = network.observe(setup.dataset(), TARGETS).smashed();
        all.add(SmallTraining.bits(observed.get(TargetSet.VICTIM_TRAIN)));
        all.add(SmallTraining.bits(observed.get(TargetSet.VICTIM_TEST)));
        INDArray inputs = setup.dataset().inputs(TARGETS.get(TargetSet.VICTIM_TEST), setup.precision());
        all.add(SmallTraining.bits(network.predict(inputs)));
        all.add(SmallTraining.bits(network.encode(inputs)));
        for (Segment segment : List.of(network.client(), network.server())) {
            all.add(SmallTraining.bits(segment.parameters()));
            all.add(SmallTraining.bits(segment.buffers()));
            all.add(new byte[] {(byte) segment.trainingPasses()});
        }
        return all;
    }

    /** Looks at the network between epochs. */
    private static final class Looking implements TrainingObserver {
        private final TrainingRecord record;
        private final List<EpochReport> reports = new ArrayList<>();
        private final List<byte[]> looks = new ArrayList<>();

        private Optional<TrainingSetup> setup = Optional.empty();

        Looking(TrainingRecord record) {
            this.record = record;
        }

        @Override
        public void epoch(EpochReport report) {
            reports.add(report);
        }

        @Override
        public void between(int epoch, Supplier<TrainedNetwork> network) {
            if (LOOKS.contains(epoch)) {
                looks.addAll(look(network.get(), setup.orElseThrow()));
            }
        }

        @Override
        public TrainingRecord record() {
            return record;
        }
    }

    /** A defense as a plug-in may bring it. */
    private record Silent() implements DefenseOptions {
        @Override
        public Defense create() {
            return context -> new SilentHooks();
        }

        @Override
        public Set<DefensePlace> places() {
            return Set.of(DefensePlace.SMASHED_DATA);
        }

        @Override
        public String label() {
            return "silent";
        }
    }

    private record SilentHooks() implements DefenseHooks {}
}
