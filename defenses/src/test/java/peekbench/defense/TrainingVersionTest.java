package peekbench.defense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.defense.compression.Bottleneck;
import peekbench.defense.compression.DropoutOnSmashed;
import peekbench.defense.compression.L1Penalty;
import peekbench.defense.compression.Quantization;
import peekbench.defense.compression.QuantizationRange;
import peekbench.defense.compression.TopK;
import peekbench.defense.hijacking.SplitGuard;
import peekbench.defense.label.Marvell;
import peekbench.defense.label.MaxNorm;
import peekbench.defense.learned.AdversarialDecoder;
import peekbench.defense.learned.LearnedNoise;
import peekbench.defense.noise.GaussianNoise;
import peekbench.defense.noise.GaussianStrength;
import peekbench.defense.noise.LaplaceNoise;
import peekbench.defense.noise.LaplaceStrength;
import peekbench.defense.nopeek.NoPeek;
import peekbench.defense.permutation.ChannelPermutation;
import peekbench.defense.privacy.DpSgd;
import peekbench.defense.sanitizer.LocalLayer;
import peekbench.defense.sanitizer.RandomVector;
import peekbench.defense.sanitizer.RandomVectorRelu;
import peekbench.defense.update.ClipAndNoise;
import peekbench.defense.update.SecureAggregation;
import peekbench.nn.CutArchitecture;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Precision;
import peekbench.nn.model.GruNetwork;
import peekbench.nn.model.LeNet5;
import peekbench.nn.model.LipidNetwork;
import peekbench.nn.model.LstmNetwork;
import peekbench.nn.model.ModelOptions;
import peekbench.nn.model.ResNet20;
import peekbench.protocol.adasplit.AdaSplit;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.whole.Centralized;
import peekbench.registry.Registry;
import peekbench.seed.Seed;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefenseProvider;
import peekbench.training.EarlyStopping;
import peekbench.training.LearningRateSchedule;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;
import peekbench.training.TrainingVersion;

/**
 * Small trainings in float64, where processors agree, held to the numbers that this version is known to compute. Where one
 * differs, kept victims are no longer what training again would give.
 */
@Tag("slow")
class TrainingVersionTest {
    /** Of numbers around 1; processors differ by 1e-12 at most. */
    private static final double TOLERANCE = 1e-9;

    private static final String FILE = "training-version-" + TrainingVersion.CURRENT + ".txt";
    private static final Dataset TABLE = DataCatalogue.embedded("lipids");
    private static final Dataset IMAGES = DataCatalogue.embedded("fashion-mnist-sample");
    private static final ProtocolOptions SPLIT =
            new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE);
    private static final TrainingOptions STEPS = new TrainingOptions(2, 16, Optimizer.Adam.of(.01));

    /**
     * A training.
     *
     * @param name in the file
     */
    private record Case(String name, ProtocolOptions protocol, Supplier<TrainingSetup> setups) {
        double[] computed() {
            TrainingSetup setup = setups.get();
            TrainedNetwork network = protocol.create().train(setup, TrainingObserver.silent());
            INDArray inputs = setup.dataset()
                    .inputs(Arrays.copyOf(setup.indexSets().of(IndexSets.Part.VICTIM_TEST), 4), setup.precision());
            return new double[] {
                digest(network.client().parameters()),
                digest(network.server().parameters()),
                digest(network.encode(inputs)),
                digest(network.predict(inputs))
            };
        }

        /** {@code sum of x_i cos(i) / sqrt(n)}: no change of a number, or of two places, leaves it as it is. */
        private static double digest(INDArray array) {
            double[] numbers =
                    array.castTo(DataType.DOUBLE).dup('c').reshape(-1).toDoubleVector();
            double sum = 0;
            for (int i = 0; i < numbers.length; i++) {
                sum += numbers[i] * Math.cos(i);
            }
            return sum / Math.sqrt(Math.max(1, numbers.length));
        }

        String line(double... numbers) {
            StringBuilder line = new StringBuilder(name);
            for (double number : numbers) {
                line.append(' ').append(String.format(Locale.ROOT, "%.12e", number));
            }
            return line.toString();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        Map<String, Case> all = new LinkedHashMap<>();
        EveryProtocolTest.protocols().forEach(protocol -> add(all, protocol.label(), protocol, () -> table(STEPS)));
        add(all, "centralized", new Centralized(2), () -> table(STEPS));
        add(all, "adasplit", new AdaSplit(2), () -> images(new LeNet5(), "pool1"));
        defenses()
                .forEach(defense ->
                        add(all, defense.getClass().getSimpleName(), protocol(defense), () -> setup(defense)));
        add(all, "lenet5", SPLIT, () -> images(new LeNet5(), "pool1"));
        add(all, "resnet20", SPLIT, () -> images(new ResNet20(true), "block1-1"));
        add(all, "gru", SPLIT, () -> images(new GruNetwork(8, 1), "gru1"));
        add(all, "lstm", SPLIT, () -> images(new LstmNetwork(8, 1), "lstm1"));
        add(all, "momentum", SPLIT, () -> table(new TrainingOptions(2, 16, new Optimizer.Sgd(1e-5, .9, .001))));
        add(
                all,
                "cosine and early stopping",
                SPLIT,
                () -> table(new TrainingOptions(
                        4,
                        16,
                        Optimizer.Adam.of(.1),
                        new LearningRateSchedule.Cosine(.1),
                        Optional.of(new EarlyStopping(1, 0)))));
        return all.values().stream();
    }

    private static void add(
            Map<String, Case> all, String name, ProtocolOptions protocol, Supplier<TrainingSetup> setup) {
        String word = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
        String free = word;
        for (int i = 2; all.containsKey(free); i++) {
            free = word + "-" + i;
        }
        all.put(free, new Case(free, protocol, setup));
    }

    private static Stream<DefenseOptions> defenses() {
        return Stream.of(
                new NoPeek(NoPeek.Form.ADDED, 2),
                new NoPeek(NoPeek.Form.CONVEX, .5),
                new RandomVector(),
                new RandomVectorRelu(),
                new LocalLayer(),
                new GaussianNoise(new GaussianStrength.Scale(.3)),
                new LaplaceNoise(new LaplaceStrength.Scale(.3)),
                new DropoutOnSmashed(.2),
                new Quantization(4, new QuantizationRange.Batch()),
                new TopK(4),
                new L1Penalty(.01),
                new Bottleneck(4),
                new LearnedNoise(1),
                new AdversarialDecoder(2, 16, 64, 30, .01),
                new MaxNorm(),
                new Marvell(1),
                new ClipAndNoise(1, .1),
                new SecureAggregation(32),
                new DpSgd(1, .5, 1e-5),
                new SplitGuard(.2, 1, 2, 5, 2, 10, .9),
                new ChannelPermutation(1, false));
    }

    private static ProtocolOptions protocol(DefenseOptions defense) {
        return defense instanceof ClipAndNoise || defense instanceof SecureAggregation
                ? new FederatedAveraging(2, 1, LocalBatches.MINI_BATCHES, Participation.ALL)
                : SPLIT;
    }

    /** Defenses of labels need some. */
    private static TrainingSetup setup(DefenseOptions defense) {
        return defense instanceof Marvell || defense instanceof SplitGuard
                ? setup(
                        IMAGES.oneAgainstRest("sandal"),
                        new LeNet5(),
                        "pool1",
                        24,
                        new TrainingOptions(1, 8, Optimizer.Adam.of(.003)),
                        defense)
                : table(STEPS, defense);
    }

    private static TrainingSetup table(TrainingOptions steps, DefenseOptions... arm) {
        return setup(TABLE, new LipidNetwork(List.of(16, 8)), "relu1", 64, steps, arm);
    }

    private static TrainingSetup images(ModelOptions model, String cut) {
        return setup(IMAGES, model, cut, 24, new TrainingOptions(1, 8, Optimizer.Adam.of(.003)));
    }

    private static TrainingSetup setup(
            Dataset dataset,
            ModelOptions model,
            String cut,
            int records,
            TrainingOptions steps,
            DefenseOptions... arm) {
        Seed seed = Seed.of(11);
        CutArchitecture plain = new CutArchitecture(
                model.architecture(dataset.exampleShape(), dataset.task().outputs()), cut);
        CutArchitecture network = DefenseOptions.reshape(plain, List.of(arm));
        return new TrainingSetup(
                network.architecture(),
                network.cut(),
                dataset,
                IndexSets.draw(dataset, new IndexSets.Sizes(records, 8, 16, 0), seed),
                new Partition.Iid(),
                steps,
                Arrays.stream(arm).map(DefenseOptions::create).toList(),
                Precision.FLOAT64,
                seed);
    }

    @Test
    void noDefenseIsLeftOut() {
        assertThat(defenses().<Class<?>>map(Object::getClass).distinct())
                .as("a new defense belongs in the table above")
                .containsExactlyInAnyOrderElementsOf(Registry.builtIn(DefenseProvider.KIND).entries().stream()
                        .<Class<?>>map(entry -> entry.provider().options())
                        .toList());
    }

    @Test
    void theFileHoldsWhatIsTrainedHere() throws IOException {
        assertThat(known().keySet())
                .as("%s; a new training's line is:%n%s", FILE, missing())
                .containsExactlyElementsOf(cases().map(Case::name).toList());
    }

    private static String missing() throws IOException {
        Map<String, double[]> known = known();
        return String.join(
                "\n",
                cases().filter(one -> !known.containsKey(one.name()))
                        .map(one -> one.line(one.computed()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainsAsThisVersionDoes(Case training) throws IOException {
        double[] expected = known().getOrDefault(training.name(), new double[0]);
        double[] computed = training.computed();
        assertThat(computed)
                .as(
                        "Training computes something else than version %d did. If that is meant, raise"
                                + " TrainingVersion.CURRENT, so that no victim that was kept before is taken for one of"
                                + " now, and give the new version a file of its own beside %s. The line is:%n%s",
                        TrainingVersion.CURRENT, FILE, training.line(computed))
                .hasSameSizeAs(expected);
        for (int i = 0; i < computed.length; i++) {
            assertThat(computed[i])
                    .as(
                            "number %d of %s; %s",
                            i + 1, training.line(computed), "see TrainingVersion before you change it")
                    .isCloseTo(expected[i], within(TOLERANCE));
        }
    }

    private static Map<String, double[]> known() throws IOException {
        Map<String, double[]> lines = new LinkedHashMap<>();
        try (InputStream file = TrainingVersionTest.class.getResourceAsStream(FILE)) {
            assertThat(file)
                    .as("the numbers of training version %d, in %s", TrainingVersion.CURRENT, FILE)
                    .isNotNull();
            BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            for (String line : reader.lines().toList()) {
                String[] words = line.split(" ");
                lines.put(
                        words[0],
                        Arrays.stream(words)
                                .skip(1)
                                .mapToDouble(Double::parseDouble)
                                .toArray());
            }
        }
        return lines;
    }
}
