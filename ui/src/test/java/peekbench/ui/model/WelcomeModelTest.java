package peekbench.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.ui.FakeArchive;
import peekbench.ui.FakeDesk;
import peekbench.ui.FakeScenarios;
import peekbench.ui.StagedRuns;
import peekbench.ui.model.run.RunState;
import peekbench.ui.model.run.RunView;
import peekbench.ui.model.workspace.StepExecutor;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.service.WindowSettings;

class WelcomeModelTest {
    private final StepExecutor index = new StepExecutor();
    private final StepExecutor reader = new StepExecutor();
    private final StepExecutor charts = new StepExecutor();
    private final StagedRuns staged = new StagedRuns();
    private final List<Boolean> seen = new ArrayList<>();

    @TempDir
    private Path workspace;

    private WindowModel open(int arms) {
        WindowModel window = new WindowModel(
                folder -> new FakeArchive(arms),
                new FakeScenarios(),
                StagedRuns.services(staged),
                WindowSettings.INITIAL,
                new FakeDesk(Optional.empty()),
                new Threads(Runnable::run, reader, index, charts, Runnable::run));
        window.welcome().shownProperty().addListener((property, before, now) -> seen.add(now));
        window.open(workspace);
        return window;
    }

    /** Everything that waits, one after the other, as other threads would. */
    private void settle() {
        while (index.waiting() + reader.waiting() > 0) {
            if (reader.waiting() > 0) {
                reader.runFirst();
            } else {
                index.runFirst();
            }
        }
    }

    @Test
    void whereResultsAreItIsNeverSeen() {
        WindowModel window = open(3);
        settle();

        assertThat(window.arms().rows()).hasSize(3);
        assertThat(seen).isEmpty();
    }

    @Test
    void itIsThereOnceItIsKnownThatNothingElseIs() {
        WindowModel window = open(0);
        assertThat(seen).isEmpty();
        settle();
        assertThat(seen).containsExactly(true);

        assertThat(window.welcome().costProperty().get()).as("not counted yet").isEmpty();
        charts.runAll();
        assertThat(window.welcome().costProperty().get())
                .isEqualTo("2 trials, about a minute on this machine (20 seconds to 4 minutes). It needs no network.");
    }

    @Test
    void aClickIsOneRunHoweverLongItTakesToBegin() {
        WindowModel window = open(0);
        settle();
        window.runs().look();
        assertThat(window.commands().get("quickstart").enabled().get()).isTrue();

        window.commands().get("quickstart").run();
        assertThat(window.commands().get("quickstart").enabled().get()).isFalse();
        window.commands().get("quickstart").run();
        settle();
        window.runs().look();

        assertThat(staged.requests()).hasSize(1);
        assertThat(window.welcome().runProperty().get().map(RunView::state)).contains(RunState.RUNNING);
    }
}
