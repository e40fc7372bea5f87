package peekbench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.problem.ConfigurationException;
import peekbench.result.file.Json;

/** What is complete is told by settings and seed, and nothing complete is ever lost. */
class TrialPlacesTest {
    private static final TrialKey FIRST = ResultSamples.key("no defense", false, 1);
    private static final TrialKey SECOND = ResultSamples.key("no defense", false, 2);

    @TempDir
    Path folder;

    private ResultStore store;

    @BeforeEach
    void open() {
        store = ResultStore.open(folder);
    }

    private List<PlacedTrial> place(int epochs, TrialKey... keys) {
        return store.place(
                Stream.of(keys).map(key -> ResultSamples.wanted(key, epochs)).toList());
    }

    private StoredTrial write(TrialKey key, int epochs) {
        try (TrialWriter writer = store.begin(key, ResultSamples.provenance(epochs))) {
            writer.scores(ResultSamples.scores());
            return writer.complete(1, 1);
        }
    }

    private StoredTrial fail(TrialKey key, int epochs) {
        try (TrialWriter writer = store.begin(key, ResultSamples.provenance(epochs))) {
            return writer.fail(new IllegalStateException("diverged"));
        }
    }

    @Test
    void settingsAreToldByWhatChangesFigures() throws IOException {
        ObjectNode point = (ObjectNode) Json.MAPPER.readTree(
                "{\"name\": \"a\", \"title\": \"b\", \"seeds\": [1], \"training\": {\"epochs\": 3, \"rate\": 0.1}}");
        ObjectNode same = (ObjectNode) Json.MAPPER.readTree(
                "{\"training\": {\"rate\": 1e-1, \"epochs\": 3}, \"seeds\": [2], \"store\": {\"victims\": true}}");
        ObjectNode other = (ObjectNode) Json.MAPPER.readTree("{\"training\": {\"rate\": 0.1, \"epochs\": 4}}");

        assertThat(TrialWork.of(same, 7)).isEqualTo(TrialWork.of(point, 7)).isNotEqualTo(TrialWork.of(point, 8));
        assertThat(TrialWork.of(other, 7)).isNotEqualTo(TrialWork.of(point, 7));
    }

    @Test
    void completeTrialsAreFoundUnderWhateverName() {
        TrialKey renamed = FIRST.inGroup("of-another-name");
        write(renamed, 3);

        assertThat(place(3, FIRST)).containsExactly(new PlacedTrial(renamed, true));
    }

    @Test
    void otherSettingsGetASeedGroupOfTheirOwnForAllSeeds() {
        write(FIRST, 3);
        String group =
                FIRST.group() + "." + ResultSamples.wanted(FIRST, 4).work().shortSettings();

        assertThat(place(3, FIRST, SECOND))
                .containsExactly(new PlacedTrial(FIRST, true), new PlacedTrial(SECOND, false));
        List<PlacedTrial> others = place(4, FIRST, SECOND);
        assertThat(others)
                .containsExactly(
                        new PlacedTrial(FIRST.inGroup(group), false), new PlacedTrial(SECOND.inGroup(group), false));
        write(others.get(0).key(), 4);
        assertThat(place(4, FIRST)).containsExactly(new PlacedTrial(FIRST.inGroup(group), true));
        assertThat(place(3, FIRST)).containsExactly(new PlacedTrial(FIRST, true));
        assertThat(store.trials())
                .extracting(trial -> trial.key().group())
                .containsExactlyInAnyOrder(group, FIRST.group());
    }

    @Test
    void failedTrialsKeepTheirNameForTheirSettings() {
        fail(FIRST, 3);

        assertThat(place(3, FIRST)).containsExactly(new PlacedTrial(FIRST, false));
        assertThat(place(4, FIRST).get(0).key().id()).isNotEqualTo(FIRST.id());
        write(FIRST, 3);
        assertThat(store.trials()).singleElement().matches(StoredTrial::completed);
    }

    @Test
    void anOtherTrialIsNeverReplaced() throws IOException {
        StoredTrial complete = write(FIRST, 3);

        assertThatThrownBy(() -> write(FIRST, 4))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Trial " + FIRST.id() + " cannot be written to " + folder)
                .hasMessageContaining("has other settings")
                .hasMessageContaining("Run again: the trials then get a name of their own.");
        assertThatThrownBy(() -> write(SECOND, 4)).hasMessageContaining("trial " + FIRST.id() + " there has other");
        assertThat(store.trials()).containsExactly(complete);
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".tmp-"));
        }
    }

    @Test
    void aRunThatIsGoingKeepsTheNamesOfItsSeedGroupsAlsoBeforeATrialIsThere() {
        PlaceClaim first = store.claim(List.of(ResultSamples.wanted(FIRST, 3)));
        PlaceClaim second = ResultStore.open(folder).claim(List.of(ResultSamples.wanted(SECOND, 4)));
        PlaceClaim same = store.claim(List.of(ResultSamples.wanted(SECOND, 3)));

        assertThat(first.placed()).containsExactly(new PlacedTrial(FIRST, false));
        assertThat(second.placed().get(0).key().group())
                .isEqualTo(FIRST.group() + "."
                        + ResultSamples.wanted(SECOND, 4).work().shortSettings());
        assertThat(same.placed()).containsExactly(new PlacedTrial(SECOND, false));

        first.close();
        assertThat(place(5, FIRST).get(0).key().group()).isNotEqualTo(FIRST.group());
        same.close();
        second.close();
        assertThat(place(5, FIRST)).containsExactly(new PlacedTrial(FIRST, false));
        assertThat(folder.resolve(".locks")).isDirectoryNotContaining("glob:**/group-*");
    }

    @Test
    void whatADeadRunClaimedIsFree() throws IOException {
        Path dead = Files.createFile(
                folder.resolve(".locks").resolve("group-" + FIRST.group() + "~12345678~0123456789abcdef"));

        assertThat(place(3, FIRST)).containsExactly(new PlacedTrial(FIRST, false));
        store.claim(List.of(ResultSamples.wanted(FIRST, 3))).close();
        assertThat(dead).doesNotExist();
    }

    @Test
    void twoRunsThatGiveOneNameToTwoSettingsAtOnceAreToldApart() {
        try (TrialWriter writer = store.begin(FIRST, ResultSamples.provenance(3))) {
            assertThatThrownBy(() -> write(SECOND, 4)).hasMessageContaining("trial " + FIRST.id() + " there has other");
            writer.complete(1, 1);
        }
    }

    @Test
    void aFailingReplacementLeavesTheCompleteOneInPlace() {
        StoredTrial complete = write(FIRST, 3);

        StoredTrial failed = fail(FIRST, 3);

        assertThat(failed.completed()).isFalse();
        assertThat(failed.folder()).isEqualTo(folder.resolve(".failed").resolve(FIRST.id()));
        assertThat(store.trials()).containsExactly(complete);
        assertThat(fail(FIRST, 3).folder()).isEqualTo(failed.folder());
    }

    @Test
    void whatIsCompleteIsTakenUnlessItIsToBeReplaced() {
        StoredTrial complete = write(FIRST, 3);

        assertThat(store.begin(FIRST, ResultSamples.provenance(3), Existing.KEEP))
                .isEqualTo(new Beginning.Complete(complete));
        Beginning again = store.begin(FIRST, ResultSamples.provenance(3), Existing.REPLACE);
        assertThat(again)
                .isInstanceOfSatisfying(
                        Beginning.Writing.class, begun -> begun.writer().close());
    }

    @Test
    void aTrialOfAnotherRunIsWaitedFor() throws InterruptedException {
        try (TrialWriter writer = store.begin(FIRST, ResultSamples.provenance(3))) {
            assertThat(store.begin(FIRST, ResultSamples.provenance(3), Existing.KEEP))
                    .isEqualTo(new Beginning.Elsewhere());
            writer.complete(1, 1);
        }
        assertThat(store.beginWaiting(FIRST, ResultSamples.provenance(3), Existing.KEEP))
                .isInstanceOf(Beginning.Complete.class);
    }

    @Test
    void whatIsDamagedIsSetAsideAndNotDeleted() throws IOException {
        StoredTrial complete = write(FIRST, 3);
        Files.writeString(complete.folder().resolve("trial.json"), "{\"format\": 1, ");

        assertThat(place(3, FIRST)).containsExactly(new PlacedTrial(FIRST, false));
        write(FIRST, 3);

        assertThat(store.trials()).singleElement().matches(StoredTrial::completed);
        try (Stream<Path> aside = Files.list(folder.resolve(".damaged"))) {
            assertThat(aside)
                    .singleElement()
                    .satisfies(path -> assertThat(path.resolve("trial.json")).hasContent("{\"format\": 1, "));
        }
    }
}
