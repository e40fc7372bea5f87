package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.ui.model.look.LookModel;
import peekbench.ui.model.workspace.ArmsModel;
import peekbench.ui.model.workspace.FocusModel;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.model.workspace.WorkspaceModel;
import peekbench.ui.service.IndexedArchive;

/** What Peekbench, which does not have these classes on its class path, makes of the jar as a plug-in. */
@Tag("slow")
class PackagedTest {
    private static final String PLUGINS = System.getProperty("plugin.folder");

    @TempDir
    private static Path out;

    private static String printed;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        printed = peekbench("run", "examples.yaml", "--plugins", PLUGINS, "--out", out.toString(), "--threads", "1");
    }

    private static String peekbench(String... arguments) throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.startsWith(PLUGINS))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Djava.awt.headless=true",
                "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir"),
                "-cp",
                classPath,
                "peekbench.cli.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }

    @Test
    void listsNameTheJar() throws IOException, InterruptedException {
        assertThat(peekbench("list", "attacks", "--plugins", PLUGINS))
                .contains(
                        "nearest-neighbour",
                        "from the plug-in " + PLUGINS + File.separator + "peekbench-examples-1.0.jar")
                .contains("mounted by a curious server that can have inputs encoded");
        assertThat(peekbench("list", "datasets", "--plugins", PLUGINS)).contains("stripes that lie or stand");
        assertThat(peekbench("list", "metrics", "--plugins", PLUGINS))
                .contains("pixel-correlation", "range: [-1, 1], larger means more leak", "from the plug-in " + PLUGINS);
    }

    @Test
    void theSchemaHasTheOptions() throws IOException, InterruptedException {
        assertThat(peekbench("schema", "--plugins", PLUGINS))
                .contains("nearest-neighbour", "own records that are averaged", "sign-only", "small-network");
    }

    @Test
    void theAttackAloneIsRunBesideOneOfPeekbench(@TempDir Path alone) throws IOException, InterruptedException {
        String small = "data={dataset: fashion-mnist-sample, victim-train: 100, victim-test: 50,"
                + " attacker-auxiliary: 100, attacker-validation: 50}";

        assertThat(peekbench(
                        "run",
                        "attack.yaml",
                        "--plugins",
                        PLUGINS,
                        "--out",
                        alone.toString(),
                        "--set",
                        small,
                        "--set",
                        "evaluation.images=50"))
                .contains("nearest-neighbour", "decoder");
    }

    @Test
    void theReportHasTheAttackTheDefenseAndTheMetric() throws IOException {
        assertThat(printed).contains("signs 1.0");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("nearest-neighbour", "signs 1.0", "stripes", "Correlation \u2191");
        assertThat(Files.readString(out.resolve("metrics.csv")))
                .contains("nearest-neighbour,victim-test,pixel-correlation,");
    }

    @Test
    void theWindowShowsWhatItFound(@TempDir Path cache) {
        Threads here = Threads.of(Runnable::run);
        WorkspaceModel workspace = new WorkspaceModel(folder -> IndexedArchive.open(folder, cache), here);
        FocusModel focus = new FocusModel();
        ArmsModel arms = new ArmsModel(workspace, focus, here);
        LookModel look = new LookModel(workspace, focus, here);
        workspace.open(out);

        assertThat(arms.rows()).hasSize(2);
        assertThat(look.attacks()).contains("nearest-neighbour");
        assertThat(look.contentProperty().get().rows()).isNotEmpty();
    }
}
