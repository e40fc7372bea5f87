package peekbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.scenario.ScenarioSamples;

@Tag("slow")
class AttackCommandTest {
    private static final String TRIAL = "vanilla-split-2-pool1-undefended-seed1";

    @TempDir
    private Path folder;

    @Test
    void otherAttacksAreMountedOnTheVictimThatIsThere() throws IOException {
        Path out = run();
        Path attacks = Files.writeString(folder.resolve("attacks.yaml"), """
                attacks: [{name: decoder, capacities: [tiny], epochs: 1}]
                evaluation: {images: 10, permutations: 5, bootstrap-resamples: 10, classifier-epochs: 1}
                """);

        CommandLineRun again = attack(out, attacks);

        assertThat(again.code()).as(again.err()).isZero();
        List<Path> made = trials(out).stream()
                .filter(trial -> !trial.equals(out.resolve(TRIAL)))
                .toList();
        assertThat(made).singleElement().satisfies(trial -> {
            assertThat(trial.resolve("victim.json")).content().contains("\"reused\" : true");
            assertThat(trial.resolve("scores.json")).content().contains("decoder");
            assertThat(trial.resolve("metrics.jsonl"))
                    .hasSameBinaryContentAs(out.resolve(TRIAL).resolve("metrics.jsonl"));
        });
        assertThat(out.resolve(TRIAL).resolve("trial.json")).exists();
    }

    @Test
    void whatIsOfTheVictimIsRefused() throws IOException {
        Path out = run();
        Path attacks =
                Files.writeString(folder.resolve("attacks.yaml"), "attack-at-epochs: [1]\ntraining: {epochs: 3}\n");

        CommandLineRun refused = attack(out, attacks);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        "attack-at-epochs: is for networks that are still being trained",
                        "training: is of the victim, which stays as it is",
                        "attacks: is missing; name at least one attack");
        assertThat(trials(out)).hasSize(1);
    }

    private Path run() throws IOException {
        Path file = Files.writeString(folder.resolve("sample.yaml"), ScenarioSamples.YAML);
        Path out = folder.resolve("results");
        CommandLineRun run = CommandLineRun.of(
                "run",
                file.toString(),
                "--out",
                out.toString(),
                "--seed",
                "1",
                "--set",
                "cuts=[pool1]",
                "--set",
                "data.attacker-auxiliary=40",
                "--set",
                "data.attacker-validation=20",
                "--set",
                "defenses=[[]]",
                "--set",
                "protocols=[{name: vanilla-split, clients: 2}]");
        assertThat(run.code()).as(run.err()).isZero();
        return out;
    }

    private static CommandLineRun attack(Path out, Path attacks) {
        return CommandLineRun.of("attack", out.resolve(TRIAL).toString(), "--with", attacks.toString());
    }

    private static List<Path> trials(Path out) throws IOException {
        try (Stream<Path> all = Files.list(out)) {
            return all.filter(path -> Files.exists(path.resolve("trial.json"))).toList();
        }
    }
}
