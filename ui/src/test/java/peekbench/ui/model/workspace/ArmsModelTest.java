package peekbench.ui.model.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peekbench.query.ArmRow;
import peekbench.query.FilterKeys;
import peekbench.ui.FakeArchive;

class ArmsModelTest {
    private static final int MANY = 10_000;

    private final FakeArchive archive = new FakeArchive(MANY);
    private final WorkspaceModel workspace = new WorkspaceModel(folder -> archive, Threads.of(Runnable::run));
    private final FocusModel focus = new FocusModel();
    private final ArmsModel model = new ArmsModel(workspace, focus, Threads.of(Runnable::run));

    @BeforeEach
    void open() {
        workspace.open(Path.of("many"));
    }

    @Test
    void onlyThePagesThatSomebodyLooksAtAreFetched() {
        assertThat(model.rows()).hasSize(MANY);
        assertThat(archive.pages()).containsExactly(0);

        assertThat(model.rows().get(5_000).map(ArmRow::arm)).contains("noise 5000");
        assertThat(model.rows().get(5_001).map(ArmRow::arm)).contains("noise 5001");

        assertThat(archive.pages()).containsExactly(0, 5_000);
        assertThat(model.rows().peek(9_999)).as("nobody looked there").isEmpty();
    }

    @Test
    void theFirstArmIsCurrentUntilSomebodyChooses() {
        assertThat(focus.get().arm()).contains(new ArmRow.Key("", "group0"));
        assertThat(focus.canGoBackProperty().get()).as("nobody chose it").isFalse();

        model.step(2);
        assertThat(focus.get().arm()).contains(new ArmRow.Key("", "group2"));
        assertThat(model.indexOf(focus.get().arm())).isEqualTo(2);
        model.step(-9);
        assertThat(focus.get().arm()).contains(new ArmRow.Key("", "group0"));
    }

    @Test
    void aFilterIsOneQuestion() {
        int before = archive.counts();

        focus.change(now -> now.filtered("arm:\"noise 77\""));

        assertThat(archive.counts()).isEqualTo(before + 1);
        assertThat(model.rows()).hasSize(111);
        assertThat(focus.get().arm()).as("the current arm stays").contains(new ArmRow.Key("", "group0"));
    }

    @Test
    void aFilterThatCannotBeReadSaysSoAndKeepsTheRows() {
        focus.change(now -> now.filtered("arm:\"noise"));

        assertThat(model.problemProperty().get())
                .hasValueSatisfying(why -> assertThat(why).contains("a quote that is not closed"));
        assertThat(model.rows()).hasSize(MANY);

        focus.change(now -> now.filtered(""));
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void columnsThatDoNotVarySayNothing() {
        assertThat(model.varies(FilterKeys.PROTOCOL)).isFalse();
    }

    @Test
    void anotherFolderClosesTheFirst() {
        workspace.open(Path.of("other"));

        assertThat(archive.closed()).isTrue();
    }

    @Test
    void partsOfTheFilterAreAddedAndTakenAway() {
        FilterModel filter = new FilterModel(focus, model);

        filter.apply("arm:noise seed:1");
        filter.toggle(FilterKeys.PROTOCOL, "vanilla split");
        assertThat(filter.tokens()).containsExactly("arm:noise", "seed:1", "protocol=\"vanilla split\"");
        assertThat(filter.asksFor(FilterKeys.PROTOCOL, "vanilla split")).isTrue();

        filter.toggle(FilterKeys.PROTOCOL, "vanilla split");
        filter.remove(0);
        assertThat(focus.get().filter()).isEqualTo("seed:1");
        filter.removeLast();
        assertThat(filter.tokens()).isEqualTo(List.of());
    }

    @Test
    void whatIsWrittenIsCompletedByKeysAndValues() {
        FilterModel filter = new FilterModel(focus, model);

        assertThat(filter.completions("seed:1 pro")).containsExactly("seed:1 protocol:");
        assertThat(filter.completions("protocol:sp")).containsExactly("protocol:split");
        assertThat(filter.completions("acc")).contains("accuracy>");
        assertThat(filter.completions("nothing:x")).isEmpty();
    }

    @Test
    void aFolderThatCannotBeOpenedLeavesTheOpenOne() {
        WorkspaceModel failing = new WorkspaceModel(
                folder -> {
                    if (folder.endsWith("gone")) {
                        throw new IllegalStateException("There is no folder gone.");
                    }
                    return archive;
                },
                Threads.of(Runnable::run));
        failing.open(Path.of("many"));
        failing.open(Path.of("gone"));

        assertThat(failing.problemProperty().get()).isEqualTo(Optional.of("There is no folder gone."));
        assertThat(failing.folderProperty().get()).contains(Path.of("many"));
    }
}
