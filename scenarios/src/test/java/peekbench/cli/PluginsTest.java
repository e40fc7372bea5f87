package peekbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.catalogue.TestJar;
import peekbench.cli.console.ExitCode;

/** What the command line does with the plug-ins of {@code --plugins}. */
class PluginsTest {
    private static final String SCENARIO = """
            format: 1
            name: plugged
            title: An attack that came in a jar
            data: {dataset: fashion-mnist-sample, victim-train: 20, victim-test: 10, attacker-auxiliary: 20, attacker-validation: 10}
            model: mlp
            cuts: [fc1]
            protocols: [{name: vanilla-split, clients: 1}]
            training: {epochs: 1, batch-size: 10, optimizer: {name: sgd, learning-rate: 0.01}}
            attacks: [whole]
            seeds: [1]
            """;

    @TempDir
    private Path work;

    private Path plugins;

    @BeforeEach
    void pack() throws IOException {
        plugins = Files.createDirectories(work.resolve("plugins"));
        TestJar.ofAttack(work, "Whole", "whole").pack(plugins.resolve("whole.jar"));
    }

    @Test
    void aListSaysWhichJarAThingIsFrom() {
        CommandLineRun listed = CommandLineRun.of("list", "attacks", "--plugins", plugins.toString());

        assertThat(listed.code()).isZero();
        assertThat(listed.err()).isEmpty();
        assertThat(listed.out())
                .containsIgnoringNewLines("whole                  What a plug-in does")
                .contains("    depth:  (default 3)", "    from the plug-in " + plugins.resolve("whole.jar"));
        assertThat(CommandLineRun.of("list", "attacks").out()).doesNotContain("What a plug-in does");
    }

    @Test
    void theSchemaKnowsIt() {
        assertThat(CommandLineRun.of("schema", "--plugins", plugins.toString()).out())
                .contains("What a plug-in does");
    }

    @Test
    void aBrokenJarIsRemarkedAndTheRestWorks() throws IOException {
        Path broken = Files.createDirectories(work.resolve("broken"));
        Files.writeString(broken.resolve("broken.jar"), "no jar");

        CommandLineRun listed =
                CommandLineRun.of("list", "attacks", "--plugins", broken + File.pathSeparator + plugins);

        assertThat(listed.code()).isZero();
        assertThat(listed.err()).startsWith("peekbench: " + broken.resolve("broken.jar") + ": is no jar");
        assertThat(listed.out()).contains("What a plug-in does", "decoder");
    }

    @Test
    void aTrialNamesTheJarsThatItUsed() throws IOException {
        Path scenario = Files.writeString(work.resolve("plugged.yaml"), SCENARIO);
        TestJar.ofAttack(work, "Unused", "unused").pack(plugins.resolve("unused.jar"));
        Path out = work.resolve("out");

        CommandLineRun run =
                CommandLineRun.of("run", scenario.toString(), "--plugins", plugins.toString(), "--out", out.toString());

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode provenance = provenance(out);
        assertThat(provenance.at("/plugins")).hasSize(1);
        assertThat(provenance.at("/plugins/0/file").asText())
                .isEqualTo(plugins.resolve("whole.jar").toString());
        assertThat(provenance.at("/plugins/0/sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(provenance.at("/command").asText()).contains(" --plugins " + plugins + " ");
        assertThat(provenance.at("/run-command").asText()).contains(" --plugins " + plugins);
        assertThat(CommandLineRun.of("show", trial(out).getParent().toString()).out())
                .contains("plug-in   " + plugins.resolve("whole.jar") + ", SHA-256 ");
    }

    @Test
    void aMetricOfAPluginIsListedScoredAndShown() throws IOException {
        Path jar = new TestJar(work).metric("Worst", "worst-pixel").pack(plugins.resolve("worst.jar"));
        assertThat(CommandLineRun.of("list", "metrics", "--plugins", plugins.toString())
                        .out())
                .containsIgnoringNewLines("worst-pixel            largest error of a pair")
                .contains(
                        "unit: brightness, range: [0, 1], smaller means more leak",
                        "from the plug-in " + jar,
                        "dcor-n");
        Path scenario = Files.writeString(
                work.resolve("scored.yaml"),
                SCENARIO.replace("attacks: [whole]", "attacks: [{name: decoder, capacities: [tiny], epochs: 1}]")
                        + "evaluation: {images: 4, permutations: 1, bootstrap-resamples: 2, classifier-epochs: 1}\n");
        Path out = work.resolve("out");

        CommandLineRun run =
                CommandLineRun.of("run", scenario.toString(), "--plugins", plugins.toString(), "--out", out.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Worst \u2193");
        assertThat(provenance(out).at("/plugins/0/file").asText()).isEqualTo(jar.toString());
        assertThat(Files.readString(out.resolve("metrics.csv")))
                .containsPattern("decoder,victim-test,worst-pixel,0\\.")
                .containsPattern("mean-image,victim-train,worst-pixel,0\\.");
        assertThat(Files.readString(out.resolve("summary.md")))
                .containsPattern("MSE \u2193 \\| Recognition accuracy \u2191 \\| Worst \u2193 \\|");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("largest error of a pair. Lower is more leak.");
        assertThat(CommandLineRun.of("show", trial(out).getParent().toString()).out())
                .contains("worst-pixel");
    }

    @Test
    void withoutTheJarAScenarioSaysWhatThereIs() throws IOException {
        Path scenario = Files.writeString(work.resolve("plugged.yaml"), SCENARIO);

        CommandLineRun run = CommandLineRun.of(
                "run", scenario.toString(), "--out", work.resolve("out").toString());

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("There is no attack (whole); there are channel-matching, decoder,");
    }

    private static JsonNode provenance(Path out) throws IOException {
        return new ObjectMapper().readTree(trial(out).toFile()).path("provenance");
    }

    private static Path trial(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(path -> path.endsWith("trial.json")).findFirst().orElseThrow();
        }
    }
}
