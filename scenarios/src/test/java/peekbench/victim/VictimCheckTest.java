package peekbench.victim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.result.StoreProblem;
import peekbench.result.file.Json;
import peekbench.result.file.WorkLock;

class VictimCheckTest {
    @TempDir
    private Path results;

    private VictimFolder victim = new VictimFolder(Path.of(""));
    private VictimCheck check = new VictimCheck(Path.of(""));

    @BeforeEach
    void keepAVictim() throws IOException {
        victim = VictimFolder.of(results, ContentKey.of(JsonNodeFactory.instance.textNode("settings")));
        check = new VictimCheck(results);
        Files.createDirectories(victim.path());
        Files.writeString(victim.arrays(), "weights");
        describe(VictimInfo.FORMAT);
    }

    private void describe(int format) throws IOException {
        VictimInfo info = new VictimInfo(
                format, "key", JsonNodeFactory.instance.nullNode(), Set.of(), Map.of(), 7, victim.sha256());
        Files.write(victim.description(), Json.bytes(info));
    }

    @Test
    void aVictimThatIsAsItWasStoredIsNoProblem() {
        assertThat(check.problems()).isEmpty();
    }

    @Test
    void aFolderWithoutVictimsHasNoProblem() {
        assertThat(new VictimCheck(results.resolve("elsewhere")).problems()).isEmpty();
    }

    @Test
    void aChangedVictimIsNamedAndMovedAside() throws IOException {
        Files.writeString(victim.arrays(), "others");

        List<StoreProblem> problems = check.problems();
        assertThat(problems)
                .containsExactly(new StoreProblem(
                        StoreProblem.Kind.DAMAGED,
                        victim.path(),
                        "victim.npz has another hash than victim.json says; trials that need it train it again"));
        assertThat(check.repair(problems)).isEqualTo(problems);
        assertThat(check.problems()).isEmpty();
        try (Stream<Path> aside = Files.list(results.resolve(".damaged"))) {
            assertThat(aside)
                    .singleElement()
                    .satisfies(moved -> assertThat(moved.resolve("victim.npz")).hasContent("others"));
        }
    }

    @Test
    void anUnfinishedVictimIsALeftoverUnlessSomebodyTrainsIt() throws IOException {
        Files.delete(victim.description());
        List<StoreProblem> problems = check.problems();
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(StoreProblem.Kind.LEFTOVER));

        String lock = VictimStore.lock(victim.path().getFileName().toString());
        WorkLock.holding(results, lock, alone -> {
            assertThat(check.problems()).isEmpty();
            assertThat(check.repair(problems)).isEmpty();
            return alone;
        });

        assertThat(check.repair(problems)).isEqualTo(problems);
        assertThat(victim.path()).doesNotExist();
    }

    @Test
    void aVictimThatWasTrainedAgainSinceItWasLookedAtStays() throws IOException {
        Files.writeString(victim.arrays(), "others");
        List<StoreProblem> problems = check.problems();
        describe(VictimInfo.FORMAT);

        assertThat(check.repair(problems)).isEqualTo(problems);
        assertThat(victim.arrays()).hasContent("others");
    }

    @Test
    void aVictimOfAnotherFormatCannotBeCheckedAndStays() throws IOException {
        describe(VictimInfo.FORMAT + 1);

        List<StoreProblem> problems = check.problems();
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(StoreProblem.Kind.UNCHECKED));
        assertThat(check.repair(problems)).isEmpty();
        assertThat(victim.path()).exists();
    }
}
