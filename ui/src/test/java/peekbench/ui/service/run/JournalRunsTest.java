package peekbench.ui.service.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.event.RunEvent.Outcome;
import peekbench.journal.FollowedRun;
import peekbench.journal.Order;
import peekbench.journal.OrderInbox;
import peekbench.journal.RunJournal;
import peekbench.ui.StagedRuns;

class JournalRunsTest {
    private final JournalRuns runs = new JournalRuns();

    @TempDir
    private Path workspace;

    private RunJournal begin(String name) {
        return StagedRuns.begin(workspace.resolve("results").resolve(name), name, "./peekbench run x.yaml", 7);
    }

    private List<RunNews> look() {
        return runs.look(workspace, true);
    }

    @Test
    void nothingIsToldWhereNothingRan() {
        assertThat(look()).isEmpty();
    }

    @Test
    void tellsOfTwoRunsOnceAndThenOfWhatIsNew() {
        try (RunJournal one = begin("one");
                RunJournal other = begin("other")) {
            one.accept(StagedRuns.plan("a-seed1", "b-seed1"));

            assertThat(look()).hasSize(2).allMatch(RunNews::going);
            assertThat(look()).as("nothing happened since").isEmpty();

            other.accept(StagedRuns.plan("c-seed1"));
            List<RunNews> news = look();
            assertThat(news).hasSize(1);
            assertThat(news.get(0).events()).containsExactly(StagedRuns.plan("c-seed1"));
            assertThat(runs.events(one.files())).as("header and plan").hasSize(2);
        }
    }

    @Test
    void halfALineIsNotReadBeforeItIsWhole() throws IOException {
        try (RunJournal one = begin("one")) {
            look();
            String line = EventJson.line(StagedRuns.plan("a-seed1"));
            Files.writeString(one.files().journal(), line.substring(0, 40), StandardOpenOption.APPEND);
            assertThat(look()).isEmpty();

            Files.writeString(one.files().journal(), line.substring(40) + "\n", StandardOpenOption.APPEND);
            assertThat(look().get(0).trials()).hasSize(1);
        }
    }

    @Test
    void aDeadProcessIsInterruptedAndAnEndIsAnEnd() {
        RunJournal dead = begin("dead");
        RunJournal ended = begin("ended");
        look();
        dead.close();
        ended.accept(StagedRuns.end(Outcome.COMPLETED));
        ended.close();

        assertThat(look())
                .extracting(RunNews::status)
                .containsExactlyInAnyOrder(FollowedRun.Status.INTERRUPTED, FollowedRun.Status.ENDED);
        assertThat(look()).as("both are over").isEmpty();
    }

    @Test
    void aRunIsFoundWhenSomebodySearches() {
        look();
        try (RunJournal later = begin("later")) {
            assertThat(runs.look(workspace, false)).isEmpty();
            assertThat(look()).extracting(RunNews::files).containsExactly(later.files());
        }
    }

    @Test
    void manyOldRunsAreToldOfBitByBit() {
        for (int i = 0; i < 30; i++) {
            begin("one").close();
        }

        assertThat(look()).hasSize(20);
        assertThat(runs.look(workspace, false)).hasSize(10);
        assertThat(runs.look(workspace, false)).isEmpty();
    }

    @Test
    void anOrderReachesItsRun() {
        try (RunJournal one = begin("one")) {
            look();
            runs.order(one.files(), new Order.Pause());
            assertThat(new OrderInbox(one.files()).more()).containsExactly(new Order.Pause());
        }
    }

    @Test
    void anotherWorkspaceHasOtherRuns(@TempDir Path other) {
        try (RunJournal one = begin("one")) {
            assertThat(look()).hasSize(1);
            assertThat(runs.look(other, true)).isEmpty();
            assertThat(look()).as("told anew").hasSize(1);
            assertThat(one.first()).isInstanceOf(RunEvent.Run.class);
        }
    }
}
