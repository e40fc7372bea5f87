package peekbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.event.Event;
import peekbench.event.RunEvent.Outcome;
import peekbench.journal.RunJournal;
import peekbench.journal.TrialState;
import peekbench.ui.service.run.FollowedTrial;
import peekbench.ui.service.run.JournalRuns;
import peekbench.ui.service.run.RunNews;

class ReplayedRunTest {
    @TempDir
    private Path workspace;

    @Test
    void aRunThatIsOverIsToldAgainUpToItsMiddle() throws IOException {
        try (RunJournal journal =
                StagedRuns.begin(workspace.resolve("results/quickstart"), "quickstart", "./peekbench run q.yaml", 7)) {
            List.<Event>of(
                            StagedRuns.plan("a-seed1", "b-seed1", "c-seed1"),
                            StagedRuns.started("a-seed1"),
                            StagedRuns.epoch("a-seed1", 1, .5),
                            StagedRuns.started("c-seed1"),
                            StagedRuns.epoch("a-seed1", 2, .6),
                            StagedRuns.done("a-seed1"),
                            StagedRuns.end(Outcome.COMPLETED))
                    .forEach(journal);
        }
        List<Event> events = ReplayedRun.events(workspace).orElseThrow();
        assertThat(ReplayedRun.beforeFirstResult(events, 2))
                .as("of 4 events, before the last")
                .isLessThan(.75);

        Path folder;
        try (ReplayedRun replayed = ReplayedRun.of(events, 2, .5)) {
            folder = replayed.workspace();
            RunNews news = new JournalRuns().look(folder, true).get(0);
            assertThat(news.going()).isTrue();
            assertThat(news.trials())
                    .extracting(FollowedTrial::state)
                    .extracting(TrialState::now)
                    .as("of two trials, two of four events")
                    .containsExactly("epoch 1 of 3", "");
            assertThat(news.header().orElseThrow().at()).as("moved to now").isNotEqualTo(StagedRuns.after(60));
        }
        assertThat(folder).doesNotExist();
        assertThat(ReplayedRun.events(folder)).isEmpty();
    }
}
