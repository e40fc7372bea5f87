package peekbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.deeplearning4j.DeepLearning4jModel;
import peekbench.deeplearning4j.InitialWeights;
import peekbench.nn.array.Shape;
import peekbench.result.file.Npz;

/** The shipped network of DeepLearning4J from its zip to a report and back to a zip. */
class OwnNetworkTest {
    private static final Path SCENARIO = Path.of("your-own/deeplearning4j.yaml");

    @TempDir
    Path folder;

    @Test
    void cutsOfFilesAndOfTheCatalogueAreListedWithWhatIsSent() {
        CommandLineRun zip = CommandLineRun.of("list", "cuts", "your-own/deeplearning4j.zip", "--input", "1x28x28");
        assertThat(zip.code()).as(zip.err()).isZero();
        assertThat(zip.out())
                .contains("For examples of 1x28x28:")
                .containsPattern("pool1 +6x14x14")
                .containsPattern("separable3-?\\S* +16x7x7")
                .containsPattern("dense-input +144");

        assertThat(CommandLineRun.of("list", "cuts", "lenet5", "--input", "1x28x28")
                        .out())
                .containsPattern("pool1 +6x14x14")
                .doesNotContain("fc3");
        assertThat(CommandLineRun.of("list", "cuts", SCENARIO.toString()).out()).contains("pool2");
        assertThat(CommandLineRun.of("list", "cuts", "lenet").err()).contains("Maybe you meant lenet5");
        assertThat(CommandLineRun.of("list", "cuts", "lenet5", "--input", "28,28")
                        .err())
                .contains("--input (28,28) is no shape");
    }

    @Test
    @Tag("slow")
    void aNetworkIsTrainedSplitAttackedAndWrittenBack() throws IOException {
        Path results = folder.resolve("results");
        CommandLineRun run = CommandLineRun.of("run", SCENARIO.toString(), "--quick", "--out", results.toString());
        assertThat(run.code()).as(run.err()).isZero();
        Path trial;
        try (Stream<Path> all = Files.list(results)) {
            trial = all.filter(file -> Files.exists(file.resolve("trial.json")))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(Files.readString(trial.resolve("trial.json")))
                .contains("\"sha256\" : \""
                        + new DeepLearning4jModel("your-own/deeplearning4j.zip", InitialWeights.KEPT)
                                .sha256()
                                .orElseThrow());

        Path zip = folder.resolve("back.zip");
        Path npz = folder.resolve("back.npz");
        CommandLineRun export = CommandLineRun.of(
                "export", trial.toString(), "--deeplearning4j", zip.toString(), "--npz", npz.toString());

        assertThat(export.code()).as(export.err()).isZero();
        DeepLearning4jModel back = new DeepLearning4jModel(zip.toString(), InitialWeights.KEPT);
        assertThat(back.architecture(Shape.of(1, 28, 28), 10).cuts()).contains("pool1", "pool2");
        assertThat(Npz.read(npz).get("conv1.weight").shape()).containsExactly(6, 1, 5, 5);
        assertThat(CommandLineRun.of("export", trial.toString()).err()).contains("Nothing says what to write");
    }
}
