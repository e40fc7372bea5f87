package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.data.Dataset;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.data.format.ImageFolder;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;

/** What is only known when a scenario meets its data. */
class ScenarioCheckTest {
    @TempDir
    private Path folder;

    private static List<String> problems(ThrowingCallable call) {
        return catchThrowableOfType(ConfigurationException.class, call).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static ScenarioFile parse(String yaml) {
        return ScenarioReader.builtIn().parse("sample.yaml", yaml);
    }

    private static ScenarioFile withLine(String start, String line) {
        return parse(ScenarioSamples.YAML
                .lines()
                .map(other -> other.startsWith(start) ? line : other)
                .collect(Collectors.joining("\n")));
    }

    @Test
    void saysWhatImagesDoNotFitTheModel() {
        Dataset table = DataCatalogue.embedded("lipids");

        assertThat(problems(() -> ScenarioSamples.file().checkAgainst(ScenarioData.of(table))))
                .singleElement()
                .asString()
                .startsWith("sample.yaml:5: model: The layer (conv1) of model (lenet5) does not fit examples of (9).");
    }

    @Test
    void saysWhatImagesAreTooSmallToBeScored() throws IOException {
        Path images = Files.createDirectories(folder.resolve("tiny/no"));
        ImageIO.write(
                new BufferedImage(28, 10, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                images.resolve("image.png").toFile());
        Dataset tiny = new ImageFolder(images.getParent().toString(), Optional.empty()).load();
        String attacked = ScenarioSamples.YAML
                        .replace("lenet5", "mlp")
                        .replace("[pool1, fc1]", "[fc1]")
                        .replace(
                                "victim-test: 20}", "victim-test: 20, attacker-auxiliary: 10, attacker-validation: 10}")
                + "attacks: [{name: decoder}]\n";
        String mistake =
                "sample.yaml:4: data.dataset: The images of data set (tiny) have 10x28 pixels; attacks on images"
                        + " are scored by SSIM, which needs at least 11x11. Use larger images, or attacks: [] to train only.";

        assertThat(problems(() -> parse(attacked).checkAgainst(ScenarioData.of(tiny))))
                .contains(mistake);
        assertThat(problems(() -> ScenarioSamples.file().checkAgainst(ScenarioData.of(tiny))))
                .doesNotContain(mistake);
    }

    @Test
    void saysWhatBatchesAreLargerThanAClientsData() {
        Dataset clothing = DataCatalogue.embedded("fashion-mnist-sample");
        ScenarioFile file = withLine(
                "training", "training: {epochs: 1, batch-size: 21, optimizer: {name: sgd, learning-rate: 0.05}}");

        assertThat(problems(() -> file.checkAgainst(ScenarioData.of(clothing))))
                .containsExactly("sample.yaml:10: training.batch-size: is 21, which is larger than the data of client 0"
                        + " under protocols[0]: 20 of 40 records. It must be at most 20; use smaller batches, fewer"
                        + " clients or more records.");
    }

    @Test
    void refusesBatchesOfOneRecordWhereALossComparesRecords() {
        String training = "training: {epochs: 1, batch-size: 1, optimizer: {name: sgd, learning-rate: 0.05}}";
        assertThat(problems(() -> withLine("training", training)))
                .containsExactly("sample.yaml:10: training.batch-size: is 1, but under protocols[0] NoPeek CE + 2·dCor"
                        + " compares the records of a batch with each other, and every batch has one, so that it would do"
                        + " nothing in any step. Use batches of at least 2.");

        Dataset clothing = DataCatalogue.embedded("fashion-mnist-sample");
        String each = ScenarioSamples.YAML
                .replace("{name: vanilla-split, clients: 2}", "{name: semi-supervised-split, clients: 2, labelled: 1}")
                .replace("victim-train: 40", "victim-train: 2");
        assertThat(problems(() -> parse(each).checkAgainst(ScenarioData.of(clothing))))
                .contains(
                        "sample.yaml:8: protocols[0]: deals one record to a batch, but NoPeek CE + 2·dCor compares the"
                                + " records of a batch with each other, and every batch has one, so that it would do nothing in any"
                                + " step. Use fewer clients, more records, or batches of at least 2.");
    }

    @Test
    void saysWhatRecordsAreMissing() {
        Dataset clothing = DataCatalogue.embedded("fashion-mnist-sample");
        ScenarioFile file =
                withLine("data", "data: {dataset: fashion-mnist-sample, victim-train: 6001, victim-test: 20}");

        assertThat(problems(() -> file.checkAgainst(ScenarioData.of(clothing))))
                .containsExactly(
                        "sample.yaml:4: data: The index sets take 6001 records of the training part of data set"
                                + " (fashion-mnist-sample), which has 6000. Make them smaller.");
    }

    @Test
    void saysThatATableHasNoClasses() {
        Dataset table = DataCatalogue.embedded("lipids");
        ScenarioFile file = withLine(
                "data",
                "data: {dataset: lipids, victim-train: 40, victim-test: 20, partition: {name: dirichlet, alpha: 1}}");

        assertThat(problems(() -> file.checkAgainst(ScenarioData.of(table))))
                .contains("sample.yaml:4: data.partition: deals records out by class, but data set (lipids) has numbers"
                        + " to predict. Use iid or unequal.");
    }

    @Test
    void saysWhichProtocolNeedsClasses() {
        Dataset table = DataCatalogue.embedded("lipids");
        Scenario scenario = ScenarioReader.builtIn()
                .parse(
                        "sample.yaml",
                        ScenarioSamples.YAML
                                .replace("fashion-mnist-sample", "lipids")
                                .replace("- centralized", "- {name: adasplit, clients: 2}"))
                .scenario();

        assertThat(ScenarioCheck.against(scenario, ScenarioData.of(table)))
                .extracting(Problem::toString)
                .anyMatch(problem -> problem.contains("protocols[1]")
                        && problem.contains("learns from classes, but data set (lipids) has numbers to predict."));
    }

    @Test
    void passesAScenarioThatFitsItsData() {
        assertThat(ScenarioCheck.against(
                        ScenarioSamples.scenario(), ScenarioData.of(DataCatalogue.embedded("fashion-mnist-sample"))))
                .isEmpty();
    }
}
