package peekbench.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.event.RunEvent.How;
import peekbench.journal.Order;
import peekbench.ui.FakeArchive;
import peekbench.ui.StagedRuns;
import peekbench.ui.model.run.RunsModel;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.model.workspace.WorkspaceModel;
import peekbench.ui.service.run.RunRequest;

class ClosingModelTest {
    private final StagedRuns staged = new StagedRuns();
    private final QuestionModel questions = new QuestionModel();
    private final List<String> closed = new ArrayList<>();
    private RunsModel runs;
    private ClosingModel closing;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        Threads threads = Threads.of(Runnable::run);
        WorkspaceModel workspace = new WorkspaceModel(chosen -> new FakeArchive(0), threads);
        runs = new RunsModel(workspace, StagedRuns.services(staged), threads, 2);
        closing = new ClosingModel(runs, questions);
        workspace.open(folder);
        runs.look();
    }

    private void run(String name) {
        runs.add(RunRequest.of(folder, folder.resolve(name + ".yaml")));
        runs.look();
    }

    private boolean close() {
        return closing.mayClose(() -> closed.add("closed"));
    }

    private void answer(String id) {
        Question open = questions.openProperty().get().orElseThrow();
        questions.answer(open.answers().stream()
                .filter(answer -> answer.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void nothingIsAskedWhenNothingRuns() {
        assertThat(close()).isTrue();
        assertThat(questions.openProperty().get()).isEmpty();
    }

    @Test
    void whatRunsGoesOnWhenThatIsWanted() {
        run("quickstart");
        run("other");
        assertThat(close()).isFalse();
        assertThat(questions.openProperty().get().orElseThrow().text()).contains("1 waiting run waits until");

        answer("answer-keep");
        assertThat(closed).containsExactly("closed");
        assertThat(staged.orders()).isEmpty();
    }

    @Test
    void itIsStoppedBeforeTheWindowCloses() {
        run("quickstart");
        close();
        answer("answer-stop-after");
        close();
        answer("answer-stop-now");

        assertThat(closed).hasSize(2);
        assertThat(staged.orders()).containsExactly(new Order.Stop(How.AFTER_RUNNING), new Order.Stop(How.NOW));
    }

    @Test
    void nothingHappensWhenItIsCancelled() {
        run("quickstart");
        close();
        answer("answer-cancel");
        assertThat(closed).isEmpty();
        assertThat(questions.openProperty().get()).isEmpty();
    }
}
