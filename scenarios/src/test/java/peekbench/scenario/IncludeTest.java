package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.nn.model.LeNet5;
import peekbench.problem.ConfigurationException;

/** Scenarios that begin with another file. */
class IncludeTest {
    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Scenario read(Path file) {
        return ScenarioReader.builtIn().read(ScenarioSource.of(file)).scenario();
    }

    @Test
    void whatStandsBesideReplacesWhatTheIncludedFileHas() throws IOException {
        file("base.yaml", ScenarioSamples.YAML);
        Scenario scenario = read(file("own/child.yaml", """
                include: ../base.yaml
                name: child
                training: {epochs: 7, optimizer: {name: adam, learning-rate: 0.5}}
                seeds: [9]
                """));

        assertThat(scenario.name()).isEqualTo("child");
        assertThat(scenario.title()).isEqualTo("A test");
        assertThat(scenario.model()).isEqualTo(new LeNet5());
        assertThat(scenario.training().epochs()).isEqualTo(7);
        assertThat(scenario.training().batchSize()).isEqualTo(10);
        assertThat(scenario.training().optimizer().toString()).contains("Adam");
        assertThat(scenario.seeds()).containsExactly(9L);
    }

    @Test
    void theNameIsNeverInherited() throws IOException {
        file("base.yaml", ScenarioSamples.YAML);

        assertThatThrownBy(() -> read(file("child.yaml", "include: base.yaml\nseeds: [1]\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("name: is missing");
    }

    @Test
    void aMistakeNamesTheFileThatItStandsIn() throws IOException {
        file("base.yaml", ScenarioSamples.YAML.replace("batch-size: 10", "batch-size: 0"));

        assertThatThrownBy(() -> read(file("child.yaml", "include: base.yaml\nname: child\nseed: [1]\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("base.yaml:10: training.batch-size: is 0")
                .hasMessageContaining("child.yaml:3: seed: is not a key here");
    }

    @Test
    void circlesAndMissingFilesAreRefusedWithTheirChain() throws IOException {
        Path one = file("one.yaml", "include: two.yaml\nname: one\n");
        file("two.yaml", "include: one.yaml\n");

        assertThatThrownBy(() -> read(one))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("two.yaml:1: include: goes round in a circle")
                .hasMessageContaining(one + " includes " + folder.resolve("two.yaml") + " includes " + one);
        assertThatThrownBy(() -> read(file("three.yaml", "name: three\ninclude: none.yaml\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "three.yaml:2: include: is " + folder.resolve("none.yaml") + ", but there is no such file");
        assertThatThrownBy(() -> read(file("four.yaml", "include: [one.yaml]\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("include: must be the path of one file");
    }

    @Test
    void filesIncludeEachOtherTenDeepAtMost() throws IOException {
        file("f0.yaml", ScenarioSamples.YAML);
        for (int depth = 1; depth <= 11; depth++) {
            file("f" + depth + ".yaml", "include: f" + (depth - 1) + ".yaml\nname: deep\n");
        }

        assertThat(read(folder.resolve("f9.yaml")).name()).isEqualTo("deep");
        assertThatThrownBy(() -> read(folder.resolve("f11.yaml")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("goes deeper than 10 files");
    }

    @Test
    void axesOfAnIncludedFileAreReplacedOneByOne() throws IOException {
        file(
                "base.yaml",
                ScenarioSamples.YAML + "axes: {training.epochs: {from: 1, to: 3, step: 1}, cuts: [[pool1]]}\n");
        Path child = file(
                "child.yaml", "include: base.yaml\nname: child\naxes: {training.epochs: {from: 1, to: 9, steps: 2}}\n");

        assertThat(ScenarioReader.builtIn().read(ScenarioSource.of(child)).variants().stream()
                        .map(variant -> Variant.text(variant.values())))
                .containsExactly("training.epochs 1, cuts [pool1]", "training.epochs 9, cuts [pool1]");
    }
}
