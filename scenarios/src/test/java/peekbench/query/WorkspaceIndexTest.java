package peekbench.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.problem.ConfigurationException;
import peekbench.query.filter.Filter;
import peekbench.report.RunSample;
import peekbench.result.ResultStore;

/** The index as a copy of folders: what it holds, when it notices, and what it makes of files that are not ours. */
class WorkspaceIndexTest {
    private static final String DAMAGED = "vanilla-split-pool1-nopeek-2--seed1";

    @TempDir
    private static Path made;

    @TempDir
    private Path temporary;

    private Path workspace;
    private Path folder;
    private Path cache;

    @BeforeAll
    static void make() {
        new RunSample(made).attacked(2);
    }

    @BeforeEach
    void fill() throws IOException {
        workspace = temporary.resolve("workspace");
        folder = workspace.resolve("results").resolve("quickstart");
        cache = temporary.resolve("cache");
        FileUtils.copyDirectory(made.toFile(), folder.toFile());
    }

    @Test
    void trialsAreThoseOfTheStore() {
        new RunSample(folder).failed("NoPeek <2>", 3);
        try (WorkspaceIndex index = WorkspaceIndex.open(workspace, cache)) {
            assertThat(index.stored(Filter.ALL))
                    .isEqualTo(ResultStore.openExisting(folder).trials());
        }
    }

    @Test
    void aResultFolderItselfIsAWorkspaceToo() {
        try (WorkspaceIndex index = WorkspaceIndex.open(folder, cache)) {
            assertThat(index.trials(Filter.ALL, Order.OF_REPORTS, 0, 10))
                    .extracting(TrialRow::folder)
                    .containsOnly("")
                    .hasSize(4);
            assertThat(index.trial("", DAMAGED))
                    .isEqualTo(ResultStore.openExisting(folder).find(DAMAGED));
            assertThat(index.trial("", "none")).isEmpty();
        }
    }

    @Test
    void nothingIsReadAgainThatDidNotChange() throws IOException {
        try (WorkspaceIndex index = WorkspaceIndex.open(workspace, cache)) {
            Changes first = index.changesSince(Changes.Stamp.NONE);
            assertThat(first.changed()).hasSize(4);
            assertThat(index.update()).isZero();
            assertThat(index.changesSince(first.now()))
                    .isEqualTo(new Changes(first.now(), false, List.of(), List.of()));

            Path scores = folder.resolve(DAMAGED).resolve("scores.json");
            Files.setLastModifiedTime(
                    scores,
                    FileTime.fromMillis(Files.getLastModifiedTime(scores).toMillis() + 1000));
            PathUtils.deleteDirectory(folder.resolve("vanilla-split-pool1-no-defense-seed1"));
            assertThat(index.update()).isEqualTo(2);

            Changes then = index.changesSince(first.now());
            assertThat(then.changed()).containsExactly(new Changes.Place("results/quickstart", DAMAGED));
            assertThat(then.removed())
                    .containsExactly(new Changes.Place("results/quickstart", "vanilla-split-pool1-no-defense-seed1"));
            assertThat(index.count(Filter.ALL)).isEqualTo(new Counts(3, 0, 0, 2));
        }
    }

    @Test
    void anotherProcessFindsWhatWasIndexed() {
        WorkspaceIndex.open(workspace, cache).close();
        try (WorkspaceIndex index = WorkspaceIndex.asItIs(workspace, cache)) {
            assertThat(index.count(Filter.ALL)).isEqualTo(new Counts(4, 0, 0, 2));
            assertThat(index.update()).isZero();
        }
    }

    @Test
    void whatCannotBeReadIsListedWithItsReasonAndStopsNothing() throws IOException {
        Files.writeString(folder.resolve(DAMAGED).resolve("scores.json"), "[{\"contestant\":");
        Path newer = folder.resolve("vanilla-split-pool1-nopeek-2--seed2").resolve("trial.json");
        Files.writeString(newer, Files.readString(newer).replaceFirst("\"format\" : [0-9]+", "\"format\" : 999"));
        Files.delete(folder.resolve("vanilla-split-pool1-no-defense-seed2").resolve("trial.json"));
        Files.writeString(Files.createDirectories(folder.resolve("foreign")).resolve("trial.json"), "{}");
        Files.createDirectories(folder.resolve("notes"));

        try (WorkspaceIndex index = WorkspaceIndex.open(workspace, cache)) {
            List<TrialRow> unreadable = index.trials(Filter.parse("status:unreadable"), Order.OF_REPORTS, 0, 10);

            assertThat(index.count(Filter.ALL)).isEqualTo(new Counts(1, 0, 4, 1));
            assertThat(unreadable)
                    .extracting(TrialRow::id)
                    .containsExactlyInAnyOrder(
                            DAMAGED,
                            "vanilla-split-pool1-nopeek-2--seed2",
                            "vanilla-split-pool1-no-defense-seed2",
                            "foreign");
            assertThat(unreadable)
                    .extracting(row -> row.reason().orElseThrow())
                    .anySatisfy(
                            reason -> assertThat(reason).contains("format 999").contains("Update Peekbench"));
            assertThat(reason(unreadable, "foreign")).contains("has no format number");
            assertThat(reason(unreadable, "vanilla-split-pool1-no-defense-seed2"))
                    .contains("trial.json is missing");
            assertThat(reason(unreadable, DAMAGED)).contains("Could not read").contains("scores.json");
            assertThat(index.stored(Filter.ALL)).hasSize(1);
            assertThat(index.trials(Filter.ALL, Order.OF_REPORTS, 0, 1).get(0).status())
                    .as("what can be read comes first")
                    .isEqualTo(TrialRow.Status.COMPLETED);
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsMadeAnewOnce() throws IOException {
        Path file = indexFile();
        Files.writeString(file, "these are no bytes of a database, but enough of them to look like something");
        try (WorkspaceIndex index = WorkspaceIndex.open(workspace, cache)) {
            assertThat(index.count(Filter.ALL).completed()).isEqualTo(4);
        }
        try (WorkspaceIndex index = WorkspaceIndex.asItIs(workspace, cache)) {
            assertThat(index.count(Filter.ALL).completed())
                    .as("it is whole now")
                    .isEqualTo(4);
        }
    }

    @Test
    void indexesThatNobodyOpenedForMonthsGoWhenOneIsMade() throws IOException {
        Path indexes = Files.createDirectories(cache.resolve("index"));
        Path unused = Files.createFile(indexes.resolve("0123456789abcdef.sqlite"));
        Path companion = Files.createFile(indexes.resolve("0123456789abcdef.sqlite-wal"));
        Path used = Files.createFile(indexes.resolve("fedcba9876543210.sqlite"));
        Files.setLastModifiedTime(unused, FileTime.from(Instant.now().minus(Duration.ofDays(100))));

        WorkspaceIndex.open(workspace, cache).close();

        assertThat(unused).doesNotExist();
        assertThat(companion).doesNotExist();
        assertThat(used).exists();
    }

    @Test
    void aFileOfAnotherVersionIsMadeAnew() throws Exception {
        Path file = indexFile();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 999");
        }
        try (WorkspaceIndex index = WorkspaceIndex.asItIs(workspace, cache)) {
            assertThat(index.count(Filter.ALL).trials()).isZero();
            assertThat(index.update()).isEqualTo(4);
        }
    }

    @Test
    void damageThatShowsLaterIsMendedToo() throws IOException {
        Path file = indexFile();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
        Files.write(file, bytes);
        try (WorkspaceIndex index = WorkspaceIndex.asItIs(workspace, cache)) {
            assertThat(index.count(Filter.ALL).completed()).isEqualTo(4);
        }
    }

    @Test
    void withoutACacheFolderTheIndexIsKeptInMemory() throws IOException {
        Path inTheWay = Files.writeString(temporary.resolve("file"), "");
        try (WorkspaceIndex index = WorkspaceIndex.open(workspace, inTheWay)) {
            assertThat(index.count(Filter.ALL).completed()).isEqualTo(4);
        }
    }

    @Test
    void resultFoldersAreLeftAsTheyAre() throws IOException {
        Path foreign = Files.writeString(folder.resolve("index.sqlite"), "somebody's own");
        List<Path> before = files();
        WorkspaceIndex.open(workspace, cache).close();

        assertThat(files()).isEqualTo(before);
        assertThat(foreign).hasContent("somebody's own");
    }

    @Test
    void aTrialIsFoundByItsId() {
        try (WorkspaceIndex index = WorkspaceIndex.open(workspace, cache)) {
            assertThat(index.find(DAMAGED)).extracting(TrialRow::folder).containsExactly("results/quickstart");
            assertThat(index.find("none")).isEmpty();
            assertThat(index.ids()).hasSize(4).contains(DAMAGED);
        }
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        assertThatThrownBy(() -> WorkspaceIndex.open(workspace.resolve("nowhere"), cache))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("Run a scenario first");
    }

    @Test
    void anEmptyWorkspaceHasNothing() throws IOException {
        try (WorkspaceIndex index = WorkspaceIndex.open(Files.createDirectory(temporary.resolve("empty")), cache)) {
            assertThat(index.count(Filter.ALL)).isEqualTo(new Counts(0, 0, 0, 0));
            assertThat(index.arms(Filter.ALL, Order.OF_REPORTS, Measure.SSIM, 0, 10))
                    .isEmpty();
            assertThat(index.stored(Filter.ALL)).isEmpty();
        }
    }

    private Path indexFile() throws IOException {
        WorkspaceIndex.open(workspace, cache).close();
        try (Stream<Path> files = Files.list(cache.resolve("index"))) {
            return files.filter(file -> file.toString().endsWith(".sqlite"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(workspace)) {
            return files.sorted().toList();
        }
    }

    private static String reason(List<TrialRow> rows, String id) {
        return rows.stream()
                .filter(row -> row.id().equals(id))
                .map(TrialRow::reason)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
