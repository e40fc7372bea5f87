package peekbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.AuxiliarySource;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.data.format.ImageFolder;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;
import peekbench.scenario.ScenarioReader;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackerKnowledge;

/** What attackers of each kind hold; small colour images stand for another data set. */
@Tag("slow")
class AttackerRecordsTest {
    private static final Dataset CLOTHING = DataCatalogue.embedded("fashion-mnist-sample");
    private static final Scenario SCENARIO =
            ScenarioReader.builtIn().parse("records.yaml", """
                    format: 1
                    name: records
                    title: A test
                    data: {dataset: fashion-mnist-sample, victim-train: 40, victim-test: 20, attacker-auxiliary: 30, \
                    attacker-validation: 10, auxiliary: [same, {name: missing-class, label: 3}, \
                    {name: other-dataset, dataset: mnist}, noise]}
                    model: lenet5
                    cuts: [pool1]
                    protocols: [centralized]
                    training: {epochs: 1, batch-size: 20, optimizer: {name: sgd, learning-rate: 0.05}}
                    seeds: [1]
                    """).scenario();

    @TempDir
    static Path folder;

    private static ScenarioData data;

    @BeforeAll
    static void drawSquares() throws IOException {
        for (String name : new String[] {"left", "right"}) {
            Path images = Files.createDirectories(folder.resolve("squares").resolve(name));
            for (int i = 0; i < 25; i++) {
                BufferedImage image = new BufferedImage(12, 14, BufferedImage.TYPE_INT_RGB);
                image.setRGB(i % 12, i % 14, 0xffffff);
                ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
            }
        }
        Dataset squares = new ImageFolder(folder.resolve("squares").toString(), Optional.empty()).load();
        data = new ScenarioData(CLOTHING, Map.of("mnist", squares));
    }

    @Test
    void recordsOfTheSameKindAreThoseOfTheIndexSets() {
        AttackerKnowledge same = records(1).from(new AuxiliarySource.Same());
        int[] indices = sets(1).of(IndexSets.Part.ATTACKER_AUXILIARY);
        assertThat(bits(same.auxiliary().inputs())).isEqualTo(bits(CLOTHING.inputs(indices, SCENARIO.precision())));
        assertThat(same.auxiliary().labels()).hasSize(30);
        assertThat(same.validation().labels()).hasSize(10);
    }

    @Test
    void aMissingClassIsMissingInBothParts() {
        AttackerKnowledge same = records(1).from(new AuxiliarySource.Same());
        AttackerKnowledge without = records(1).from(new AuxiliarySource.MissingClass(3));
        assertThat(same.auxiliary().labels()).contains(3);
        assertThat(without.auxiliary().labels()).hasSize(27).doesNotContain(3);
        assertThat(without.validation().labels()).hasSize(9).doesNotContain(3);
        assertThat(without.auxiliary().inputs().shape()).containsExactly(27, 1, 28, 28);
    }

    @Test
    void anotherDataSetIsScaledAndComesWithoutClasses() {
        AttackerKnowledge other = records(1).from(new AuxiliarySource.OtherDataset("mnist"));
        assertThat(other.auxiliary().inputs().shape()).containsExactly(30, 1, 28, 28);
        assertThat(other.validation().inputs().shape()).containsExactly(10, 1, 28, 28);
        assertThat(other.auxiliary().labels()).isEmpty();
        assertThat(other.auxiliary().inputs().maxNumber().doubleValue()).isBetween(.5, 1.);
        IndexSets drawn = SCENARIO.data().otherIndexSets(data.other("mnist"), Seed.of(1));
        assertThat(drawn.of(IndexSets.Part.ATTACKER_AUXILIARY))
                .doesNotContain(drawn.of(IndexSets.Part.ATTACKER_VALIDATION));
    }

    @Test
    void noiseIsUniformAndAnotherInEachPart() {
        AttackerKnowledge noise = records(1).from(new AuxiliarySource.Noise());
        INDArray pixels = noise.auxiliary().inputs();
        assertThat(pixels.shape()).containsExactly(30, 1, 28, 28);
        assertThat(pixels.minNumber().doubleValue()).isBetween(0., .01);
        assertThat(pixels.maxNumber().doubleValue()).isBetween(.99, 1.);
        assertThat(noise.validation().inputs().getDouble(0)).isNotEqualTo(pixels.getDouble(0));
        assertThat(noise.auxiliary().labels()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherOthers() {
        for (AuxiliarySource source : SCENARIO.data().auxiliary()) {
            byte[] first = bits(records(1).from(source).auxiliary().inputs());
            assertThat(bits(records(1).from(source).auxiliary().inputs())).isEqualTo(first);
            assertThat(bits(records(2).from(source).auxiliary().inputs())).isNotEqualTo(first);
        }
    }

    private static AttackerRecords records(long seed) {
        return new AttackerRecords(data, SCENARIO, sets(seed), Seed.of(seed));
    }

    private static IndexSets sets(long seed) {
        return SCENARIO.data().indexSets(CLOTHING, Seed.of(seed));
    }

    private static byte[] bits(INDArray array) {
        return array.dup('c').data().asBytes();
    }
}
