package peekbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.attack.decoder.DecoderOptions;
import peekbench.catalogue.Catalogue;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.evaluation.TargetRecord;
import peekbench.metric.MetricProvider;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.array.StateReader;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.plan.estimate.Estimates;
import peekbench.registry.Registry;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.file.FileHashes;
import peekbench.result.file.Npz;
import peekbench.result.kept.KeptFiles;
import peekbench.result.kept.KeptSizes;
import peekbench.run.RunResult;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;
import peekbench.scenario.ScenarioReader;
import peekbench.threat.attack.ClientShapes;
import peekbench.threat.attack.TrainedAttacker;
import peekbench.threat.observation.TargetSet;

/** What a trial keeps is what its pictures were made by and of; keeping it changes no figure, random defenses or not. */
@Tag("slow")
class KeptFilesTest {
    private static final int IMAGES = 12;
    private static final int SMASHED = 25;
    private static final String SCENARIO = """
            format: 1
            name: kept
            title: A test
            data: {dataset: fashion-mnist-sample, victim-train: 60, victim-test: 30, attacker-auxiliary: 60, \
            attacker-validation: 20}
            model: lenet5
            cuts: [pool1]
            protocols: [{name: vanilla-split, clients: 2}]
            training: {epochs: 1, batch-size: 20, optimizer: {name: sgd, learning-rate: 0.05}}
            defenses: [[{name: gaussian-noise, strength: {name: scale, deviation: 0.3}}]]
            attacks: [{name: decoder, capacities: [tiny, small], epochs: 2}]
            evaluation: {images: 12, permutations: 5, bootstrap-resamples: 20, classifier-epochs: 1}
            seeds: [1]
            store: STORE
            """;

    private static final ScenarioData DATA = ScenarioData.of(DataCatalogue.embedded("fashion-mnist-sample"));

    @TempDir
    static Path folder;

    private static StoredTrial keeping;
    private static StoredTrial nothing;

    @BeforeAll
    static void run() {
        keeping = run("keeping", "{smashed-data: 25, transcript: 12}");
        nothing = run("nothing", "{victims: false, attackers: false}");
    }

    @Test
    void keepingChangesNoFigure() throws IOException {
        assertThat(keeping.scores()).isEqualTo(nothing.scores());
        assertThat(nothing.kept().nothing()).isTrue();
        assertThat(nothing.folder().resolve(KeptFiles.FILE)).doesNotExist();
        assertThat(nothing.folder().resolve("attackers")).doesNotExist();
        assertThat(FileHashes.differences(keeping.folder()).text()).isEmpty();
    }

    @Test
    void theAttackerOfThePicturesIsKeptAndMakesThemAgainToTheLastBit() {
        KeptFiles.Attacker kept = keeping.kept().attackers().get(0);
        assertThat(keeping.kept().attackers()).hasSize(1);
        assertThat(kept.file()).isEqualTo("attackers/decoder.npz");
        assertThat(kept.strength()).isIn("tiny", "small");
        DecoderOptions options = (DecoderOptions) scenario().attacks().get(kept.place());
        TrainedAttacker attacker = options.restored(
                        kept.strength(),
                        new ClientShapes(Precision.FLOAT32, new Shape(kept.input()), new Shape(kept.smashed())),
                        new StateReader(Npz.read(keeping.folder().resolve(kept.file()))))
                .orElseThrow();

        INDArray seen = smashed().get("smashed").get(NDArrayIndex.interval(0, IMAGES));

        INDArray pictures =
                keeping.reconstructions(TargetSet.VICTIM_TEST).get(0).reconstructions();
        assertThat(attacker.reconstruct(seen).dup('c').data().asBytes())
                .isEqualTo(pictures.dup('c').data().asBytes());
    }

    @Test
    void whatLeavesTheClientIsKeptWithTheNumbersOfItsRecords() {
        Map<String, INDArray> arrays = smashed();
        assertThat(arrays.get("smashed").shape()).containsExactly(SMASHED, 6, 14, 14);
        int[] records = arrays.get("records").toIntVector();
        assertThat(records).hasSize(SMASHED).doesNotHaveDuplicates();
        int[] attacked = keeping.records().of(TargetSet.VICTIM_TEST).stream()
                .mapToInt(TargetRecord::record)
                .toArray();
        assertThat(records).startsWith(attacked);
        assertThat(attacked).hasSize(IMAGES);
    }

    /** As numpy.lib.format describes format 1.0, in a zip. */
    @Test
    void numpyCanReadIt() throws IOException {
        assertThat(header("records.npy"))
                .startsWith("\u0093NUMPY\u0001\u0000")
                .contains("{'descr': '<i4', 'fortran_order': False, 'shape': (25,), }");
        assertThat(header("smashed.npy"))
                .startsWith("\u0093NUMPY\u0001\u0000")
                .contains("{'descr': '<f4', 'fortran_order': False, 'shape': (25, 6, 14, 14, ), }");
    }

    /** Its length stands behind the version, in two bytes. */
    private static String header(String entry) throws IOException {
        try (ZipFile zip =
                        new ZipFile(keeping.folder().resolve("smashed-data.npz").toFile());
                InputStream array = zip.getInputStream(zip.getEntry(entry))) {
            byte[] beginning = array.readNBytes(10);
            int length = (beginning[8] & 0xff) | ((beginning[9] & 0xff) << 8);
            assertThat((beginning.length + length) % 64).isZero();
            byte[] text = array.readNBytes(length);
            assertThat(text[length - 1]).isEqualTo((byte) '\n');
            return new String(beginning, StandardCharsets.ISO_8859_1) + new String(text, StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void thePlanSaysAboutHowLargeItWillBe() throws IOException {
        Path cache = Files.createDirectories(folder.resolve("cache"));
        KeptSizes planned = new Estimates(List.of(), cache)
                .of(plan("{smashed-data: 25, transcript: 12}"), DATA)
                .kept();

        KeptSizes real = new RunResult(folder, List.of(keeping, keeping), List.of(), List.of()).kept();

        assertThat(planned.victims()).isEqualTo(1).isEqualTo(real.victims());
        assertThat((double) real.victimBytes()).isCloseTo(planned.victimBytes(), withinPercentage(10));
        assertThat(planned.attackers()).isEqualTo(1);
        assertThat(planned.attackerBytes()).isGreaterThan(real.attackerBytes() / 4);
        assertThat((double) real.smashedBytes()).isCloseTo(2.0 * planned.smashedBytes(), withinPercentage(2));
        assertThat(real.text())
                .matches("1 victim \\(\\d+ kB\\), 2 attackers \\(\\d+ kB\\), 4 files of smashed data \\(\\d+ kB\\)");
    }

    @Test
    void theTranscriptIsKept() {
        KeptFiles.SmashedData kept = keeping.kept().transcript().orElseThrow();
        Map<String, INDArray> arrays = Npz.read(keeping.folder().resolve(kept.file()));
        assertThat(kept.records()).isEqualTo(12);
        assertThat(arrays.keySet()).contains("records", "epoch-0", "finished");
        assertThat(arrays.get("epoch-0").shape())
                .isEqualTo(arrays.get("finished").shape());
        assertThat(arrays.get("epoch-0").distance2(arrays.get("finished"))).isGreaterThan(.01);
    }

    private static Map<String, INDArray> smashed() {
        KeptFiles.SmashedData kept = keeping.kept().smashedData().orElseThrow();
        assertThat(kept.records()).isEqualTo(SMASHED);
        return Npz.read(keeping.folder().resolve(kept.file()));
    }

    private static Scenario scenario() {
        return ScenarioReader.builtIn()
                .parse("kept", keeping.info().provenance().scenario().point().toString())
                .scenario();
    }

    private static TrialPlan plan(String store) {
        return Plan.of(ScenarioReader.builtIn()
                        .parse("kept.yaml", SCENARIO.replace("STORE", store))
                        .scenario())
                .trials()
                .get(0);
    }

    private static StoredTrial run(String name, String store) {
        TrialPlan trial = plan(store);
        Path results = folder.resolve(name).resolve("results");
        return new TrialRunner(
                        scenario -> DATA,
                        Registry.builtIn(MetricProvider.KIND).providers(),
                        new TrialProgress() {},
                        results)
                .run(
                        trial,
                        ResultStore.open(results)
                                .begin(
                                        TrialRecords.key(trial),
                                        TrialRecords.provenance(
                                                trial,
                                                DATA,
                                                "not computed",
                                                1,
                                                new TrialRecords.Commands("none", "none"),
                                                Catalogue.builtIn())));
    }
}
