package peekbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.cli.console.ExitCode;
import peekbench.result.ResultStore;
import peekbench.scenario.ScenarioSamples;

class ReplicateCommandTest {
    @TempDir
    private Path folder;

    private Path file;
    private Path out;

    @BeforeEach
    void writeScenario() throws IOException {
        file = Files.writeString(folder.resolve("sample.yaml"), ScenarioSamples.YAML);
        out = folder.resolve("replicated");
    }

    @Test
    @Tag("slow")
    void eachProcessorHasAFolderOfItsOwnAndTheSpreadIsWritten() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "replicate",
                file.toString(),
                "--on",
                "own,two-threads",
                "--out",
                out.toString(),
                "--set",
                "cuts=[pool1]",
                "--set",
                "protocols=[{name: vanilla-split, clients: 2}]",
                "--set",
                "defenses=[[]]",
                "--seed",
                "1");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("range of what processors give", "Written:");
        assertThat(Files.readString(out.resolve("processors.md")))
                .startsWith("Computed as this processor; as two threads an operation:")
                .contains("Accuracy of one seed moves by at most");
        for (String processor : new String[] {"own", "two-threads"}) {
            assertThat(ResultStore.openExisting(out.resolve(processor).resolve("mnist-split"))
                            .trials())
                    .hasSize(1);
        }
    }

    @Test
    void whatThisMachineCannotComputeAsIsNamedWithWhatItCan() {
        CommandLineRun run = CommandLineRun.of("replicate", file.toString(), "--on", "abacus");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("--on (abacus) is nothing that this machine can compute as; it can own");
    }

    @Test
    void oneAloneIsNothingToCompareWith() {
        CommandLineRun run = CommandLineRun.of("replicate", file.toString(), "--on", "own", "--out", out.toString());

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("nothing to compare with");
        assertThat(out).doesNotExist();
    }
}
