package peekbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.cli.console.ExitCode;
import peekbench.scenario.ScenarioSamples;

@Tag("slow")
class SuiteCommandTest {
    private static final String SMALL = ScenarioSamples.YAML
            .replace("cuts: [pool1, fc1]", "cuts: [pool1]")
            .replace("  - [{name: nopeek, form: added, weight: 2}]\n", "")
            .replace("  - centralized\n", "")
            .replace("seeds: [1, 2]", "seeds: [1]");

    @TempDir
    private Path folder;

    private CommandLineRun suite(String... more) {
        String[] all = new String[5 + more.length];
        System.arraycopy(
                new String[] {"suite", folder.toString(), "--engine", "in-process", "--out=" + folder.resolve("results")
                },
                0,
                all,
                0,
                5);
        System.arraycopy(more, 0, all, 5, more.length);
        return CommandLineRun.of(all);
    }

    private void write(String file, String yaml) throws IOException {
        Files.writeString(folder.resolve(file), yaml);
    }

    @Test
    void runsEachScenarioIntoItsOwnFolderAndSumsUp() throws IOException {
        write("b.yaml", SMALL.replace("name: mnist-split", "name: second"));
        write("a.yaml", SMALL + "axes: {training.epochs: [0, 1]}\nquick: [training.epochs=0]\n");
        CommandLineRun run = suite("--quick");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .containsSubsequence(
                        "mnist-split (quick): 1 of 1 trials completed",
                        "second (has no quick version, run whole): 1 of 1 trials completed");
        assertThat(folder.resolve("results/second/vanilla-split-2-pool1-undefended-seed1"))
                .isDirectory();
        assertThat(folder.resolve("results/mnist-split-quick/vanilla-split-2-pool1-undefended-epochs-0-seed1"))
                .isDirectory();
    }

    @Test
    void saysAllMistakesOfAllFilesAndRunsNothing() throws IOException {
        write("a.yaml", SMALL);
        write("b.yaml", SMALL);
        write("c.yaml", SMALL.replace("name: mnist-split", "name: c").replace("batch-size: 10", "batch-size: 0"));
        CommandLineRun run = suite();

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .contains("b.yaml: name: is mnist-split, as in " + folder.resolve("a.yaml"))
                .contains("c.yaml:9: training.batch-size: is 0");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void aFolderWithoutScenariosIsRefused() {
        CommandLineRun run = suite();

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("has no scenarios; their files end in .yaml or .yml.");
    }
}
