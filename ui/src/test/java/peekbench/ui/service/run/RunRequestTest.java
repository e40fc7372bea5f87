package peekbench.ui.service.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.journal.RunJournal;
import peekbench.ui.StagedRuns;

class RunRequestTest {
    @TempDir
    private Path workspace;

    private RunNews news(String command) {
        try (RunJournal journal = StagedRuns.begin(workspace.resolve("results/quickstart"), "quickstart", command, 7)) {
            assertThat(journal.first().command()).isEqualTo(command);
            return new JournalRuns().look(workspace, true).get(0);
        }
    }

    @Test
    void aScenarioIsNamedAsSeenFromItsWorkspace() {
        RunRequest request = RunRequest.of(workspace, workspace.resolve("scenarios/papers/nopeek sweep.yaml"));

        assertThat(request.title()).isEqualTo("nopeek sweep");
        assertThat(request.command()).isEqualTo("./peekbench run 'scenarios/papers/nopeek sweep.yaml'");
        assertThat(request.scenario()).contains(workspace.resolve("scenarios/papers/nopeek sweep.yaml"));
        assertThat(RunRequest.of(workspace, Path.of("/elsewhere/x.yml")).arguments())
                .containsExactly(
                        "run", Path.of("/elsewhere/x.yml").toAbsolutePath().toString());
    }

    @Test
    void theSameAgainWorksWhereTheRunWorked() {
        RunRequest again = RunRequest.again(news("./peekbench run scenarios/quickstart.yaml --set 'seeds=[1, 2]'"))
                .orElseThrow();

        assertThat(again.folder()).isEqualTo(workspace.toString());
        assertThat(again.arguments()).containsExactly("run", "scenarios/quickstart.yaml", "--set", "seeds=[1, 2]");
    }

    @Test
    void trialsSideBySideAreStatedOnce() {
        RunRequest request = new RunRequest("x", "/", List.of("run", "x.yaml"));

        assertThat(request.sideBySide(3).sideBySide(2).arguments()).containsExactly("run", "x.yaml", "--threads", "2");
    }

    @Test
    void waitingRunsAreThereAnotherTimeInTheirOrder() {
        WaitingFile file = new WaitingFile();
        List<RunRequest> requests = List.of(
                RunRequest.of(workspace, workspace.resolve("scenarios/b.yaml")),
                RunRequest.of(workspace, workspace.resolve("scenarios/a.yaml")).sideBySide(2));
        assertThat(file.read(workspace)).isEmpty();

        file.write(workspace, requests);
        assertThat(new WaitingFile().read(workspace)).isEqualTo(requests);

        file.write(workspace, List.of());
        assertThat(file.read(workspace)).isEmpty();
    }

    @Test
    void aProcessThatDidNotBeginSaysWhy() {
        String refused = "{\"event\":\"refused\",\"at\":\"2026-01-05T09:30:00.255Z\",\"problems\":[{\"location\":"
                + "\"x.yaml:12\",\"path\":\"training.epochs\",\"message\":\"is 0; it must be at least 1.\"}]}";

        assertThat(DetachedProcesses.why(2, "a remark\n" + refused + "\n"))
                .isEqualTo("x.yaml:12: training.epochs: is 0; it must be at least 1.");
        assertThat(DetachedProcesses.why(1, "no memory\n")).contains("code 1", "no memory");
        assertThat(DetachedProcesses.why(137, "")).contains("code 137");
    }

    @Test
    void whatDetachesAProcessIsFoundOnThePath() {
        assertThat(DetachedProcesses.detaching("/nowhere")).isEmpty();
        assertThat(DetachedProcesses.detaching("")).isEmpty();
    }
}
