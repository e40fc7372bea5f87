package peekbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.scenario.ScenarioSamples;

class PlanCommandTest {
    @TempDir
    private Path folder;

    private Path scenario(String lines) throws IOException {
        return Files.writeString(folder.resolve("sample.yaml"), ScenarioSamples.YAML + lines);
    }

    @Test
    void saysWhatARunWouldDoAndRunsNothing() throws IOException {
        Path out = folder.resolve("results");
        CommandLineRun run = CommandLineRun.of("plan", scenario("").toString(), "--out", out.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("vanilla-split-2-pool1-undefended-seed1  about ")
                .contains("Left out: centralized with NoPeek CE + 2·dCor, since")
                .contains("12 trials, 0 complete in " + out)
                .contains("from counted operations (12)")
                .contains("Disk: about ");
        assertThat(out).doesNotExist();
    }

    @Test
    void tellsProgramsTheSame() throws IOException {
        Path file = scenario("axes: {training.epochs: [1, 2], exclude: [{training.epochs: 2, reason: enough}]}\n");
        JsonNode json = new ObjectMapper()
                .readTree(CommandLineRun.of(
                                "plan",
                                file.toString(),
                                "--out",
                                folder.resolve("results").toString(),
                                "--json")
                        .out());

        assertThat(json.path("trials")).hasSize(12).allSatisfy(trial -> {
            assertThat(trial.path("complete").asBoolean()).isFalse();
            assertThat(trial.path("from").asText()).isEqualTo("counted operations");
        });
        assertThat(json.at("/left-out/0/label").asText()).isEqualTo("training.epochs 2");
        assertThat(json.at("/left-out/0/reason").asText()).isEqualTo("enough");
        assertThat(json.at("/seconds/high").asDouble())
                .isGreaterThan(json.at("/seconds/low").asDouble());
    }
}
