package peekbench.victim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.evaluation.Reference;
import peekbench.evaluation.Score;
import peekbench.metric.Interval;
import peekbench.metric.Metric;
import peekbench.threat.observation.TargetSet;

class KeptScoresTest {
    private static final List<Score> SCORES = List.of(
            new Score(
                    Reference.UNTRAINED_CLIENT.of("decoder"),
                    TargetSet.VICTIM_TEST,
                    Metric.SSIM,
                    .1 + .2,
                    Optional.of(new Interval(.25, 1 / 3.0, .95))),
            new Score(
                    Reference.UNTRAINED_CLIENT.of("decoder"),
                    TargetSet.VICTIM_TRAIN,
                    Metric.DCOR,
                    Double.NaN,
                    Optional.empty()));

    @TempDir
    Path folder;

    @Test
    void laterRunsReadThemToTheLastBit() throws IOException {
        new KeptScores(folder).of(json("{\"a\": 1, \"b\": [2]}"), () -> SCORES);
        KeptScores later = new KeptScores(folder);
        assertThat(later.of(json("{\"b\": [2], \"a\": 1}"), KeptScoresTest::mustNotBeAsked))
                .isEqualTo(SCORES);
        assertThat(later.unlessInTheMaking(json("{\"a\": 1, \"b\": [2]}"), KeptScoresTest::mustNotBeAsked))
                .contains(SCORES);
    }

    @Test
    void whateverDependsOnSomethingElseIsComputed() throws IOException {
        KeptScores kept = new KeptScores(folder);
        kept.of(json("{\"a\": 1}"), () -> SCORES);
        assertThat(kept.of(json("{\"a\": 2}"), List::of)).isEmpty();
        assertThat(kept.unlessInTheMaking(json("{\"a\": 3}"), List::of)).contains(List.of());
    }

    @Test
    void aDamagedFileIsWrittenAnew() throws IOException {
        KeptScores kept = new KeptScores(folder);
        kept.of(json("{}"), () -> SCORES);
        try (Stream<Path> files = Files.list(folder.resolve(".shared"))) {
            Path file = files.findFirst().orElseThrow();
            Files.writeString(file, Files.readString(file).substring(0, 40));
        }
        assertThat(kept.of(json("{}"), () -> SCORES)).isEqualTo(SCORES);
        assertThat(kept.of(json("{}"), KeptScoresTest::mustNotBeAsked)).isEqualTo(SCORES);
    }

    @Test
    void whoeverComputesThemRemovesWhatOthersLeftThatDied() throws IOException {
        KeptScores kept = new KeptScores(folder);
        kept.of(json("{}"), () -> SCORES);
        Path file;
        try (Stream<Path> files = Files.list(folder.resolve(".shared"))) {
            file = files.findFirst().orElseThrow();
        }
        Path dead = file.resolveSibling(".tmp-" + file.getFileName() + "~0123456789abcdef");
        Path ofOthers = file.resolveSibling(".tmp-other.json~0123456789abcdef");
        Files.move(file, dead);
        Files.createFile(ofOthers);

        kept.of(json("{}"), () -> SCORES);

        assertThat(file).exists();
        assertThat(dead).doesNotExist();
        assertThat(ofOthers).exists();
    }

    @Test
    void whereNothingCanBeWrittenTheyAreComputedEachTime() throws IOException {
        Files.writeString(folder.resolve(".shared"), "a file in the way");
        KeptScores kept = new KeptScores(folder);
        assertThat(kept.of(json("{}"), () -> SCORES)).isEqualTo(SCORES);
        assertThat(kept.of(json("{}"), List::of)).isEmpty();
    }

    private static List<Score> mustNotBeAsked() {
        throw new AssertionError("computed again");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
