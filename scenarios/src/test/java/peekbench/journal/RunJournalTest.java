package peekbench.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.event.TrialEvent;
import peekbench.problem.ConfigurationException;
import peekbench.result.EpochMetrics;

class RunJournalTest {
    private static final Instant START = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir
    private Path results;

    private Function<String, RunEvent.Run> header() {
        ProcessHandle self = ProcessHandle.current();
        return run -> new RunEvent.Run(
                START,
                Event.FORMAT,
                run,
                self.pid(),
                self.info().startInstant().orElse(START),
                "./peekbench run sample.yaml",
                results.toString(),
                "sample",
                2);
    }

    private RunJournal begin() {
        RunJournal journal = RunJournal.begin(results, START, header());
        journal.accept(new RunEvent.Plan(
                START,
                List.of(
                        new RunEvent.Planned("plain-seed1", true),
                        new RunEvent.Planned("plain-seed2", false),
                        new RunEvent.Planned("other-seed1", false),
                        new RunEvent.Planned("plain-seed3", false)),
                List.of()));
        return journal;
    }

    private FollowedRun followed(RunJournal journal) {
        FollowedRun run = new FollowedRun(journal.files());
        run.update();
        return run;
    }

    private static Instant after(int seconds) {
        return START.plusSeconds(seconds);
    }

    @Test
    void tellsAFollowerHowFarEachTrialIs() {
        try (RunJournal journal = begin()) {
            journal.accept(new TrialEvent.Started(after(0), "plain-seed2", 0, 7, 1));
            journal.accept(new TrialEvent.Started(after(0), "other-seed1", 0, 8, 1));
            journal.accept(new TrialEvent.Progress(after(5), "other-seed1", .5, "evaluation", "correlation"));
            journal.accept(new TrialEvent.Done(after(40), "plain-seed2", 1, "plain-seed2"));

            FollowedRun run = followed(journal);

            assertThat(run.status()).isEqualTo(FollowedRun.Status.RUNNING);
            assertThat(run.trials())
                    .extracting(TrialState::status)
                    .containsExactly(
                            TrialState.Status.KEPT,
                            TrialState.Status.COMPLETE,
                            TrialState.Status.RUNNING,
                            TrialState.Status.WAITING);
            // The other group has no complete trial yet and counts like the run: 40 s / 2; the third seed takes 40 s.
            // Two
            // trials run side by side, but none is split.
            assertThat(run.left()).contains(Duration.ofSeconds(40));
        }
    }

    @Test
    void hasNoEstimateBeforeTheFirstTrialIsComplete() {
        try (RunJournal journal = begin()) {
            journal.accept(new TrialEvent.Started(after(0), "plain-seed2", 0, 7, 1));

            assertThat(followed(journal).left()).isEmpty();
        }
    }

    @Test
    void estimatesByItsOwnPaceOnceATenthOfATrialIsDone() {
        try (RunJournal journal = begin()) {
            journal.accept(new TrialEvent.Started(after(0), "plain-seed2", 0, 7, 1));
            journal.accept(new TrialEvent.Progress(after(5), "plain-seed2", .05, "attack", "small"));
            assertThat(followed(journal).left()).isEmpty();

            journal.accept(new TrialEvent.Progress(after(20), "plain-seed2", .25, "attack", "small"));
            FollowedRun run = followed(journal);

            assertThat(run.left(run.trials().get(1))).as("20 s were a quarter").contains(Duration.ofSeconds(60));
            assertThat(run.left(run.trials().get(3))).as("it has not begun").isEmpty();
            assertThat(run.left()).as("60 s, 80 s and 80 s on two").contains(Duration.ofSeconds(110));
        }
    }

    @Test
    void remembersTheLastAccuracyOfEachTrial() {
        try (RunJournal journal = begin()) {
            journal.accept(new TrialEvent.Started(after(0), "plain-seed2", 0, 7, 1));
            journal.accept(new TrialEvent.Epoch(after(3), "plain-seed2", .2, 2, epoch(.5)));
            journal.accept(new TrialEvent.Epoch(after(6), "plain-seed2", .4, 2, epoch(.75)));
            journal.accept(new TrialEvent.Started(after(0), "other-seed1", 0, 8, 1));
            journal.accept(new TrialEvent.Epoch(after(3), "other-seed1", .2, 2, epoch(Double.NaN)));

            assertThat(followed(journal).trials())
                    .extracting(TrialState::accuracy)
                    .containsExactly(
                            OptionalDouble.empty(),
                            OptionalDouble.of(.75),
                            OptionalDouble.empty(),
                            OptionalDouble.empty());
        }
    }

    private static EpochMetrics epoch(double accuracy) {
        return new EpochMetrics(
                1,
                1,
                1,
                accuracy,
                Double.NaN,
                true,
                1,
                0,
                0,
                0,
                0,
                OptionalDouble.empty(),
                0,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    @Test
    void readsNoHalfLines() throws IOException {
        try (RunJournal journal = begin()) {
            FollowedRun run = followed(journal);
            String line = EventJson.line(new RunEvent.Paused(after(1)));
            Files.writeString(journal.files().journal(), line, StandardOpenOption.APPEND);

            assertThat(run.update()).isEmpty();
            assertThat(run.status()).isEqualTo(FollowedRun.Status.RUNNING);

            Files.writeString(journal.files().journal(), "\n", StandardOpenOption.APPEND);

            assertThat(run.update()).hasSize(1);
            assertThat(run.status()).isEqualTo(FollowedRun.Status.PAUSED);
        }
    }

    @Test
    void leavesOutLinesOfOthers() throws IOException {
        try (RunJournal journal = begin()) {
            FollowedRun run = followed(journal);
            Files.writeString(
                    journal.files().journal(), "{\"event\": \"tomorrow\"}\nnonsense\n[1]\n", StandardOpenOption.APPEND);

            assertThat(run.update()).isEmpty();
            assertThat(run.going()).isTrue();
        }
    }

    @Test
    void endsAsItsLastLineSays() {
        RunJournal journal = begin();
        journal.accept(new RunEvent.RunDone(after(60), RunEvent.Outcome.STOPPED, 2, 0, 2, List.of()));
        journal.close();

        FollowedRun run = followed(journal);

        assertThat(run.status()).isEqualTo(FollowedRun.Status.ENDED);
        assertThat(run.end()).map(RunEvent.RunDone::outcome).contains(RunEvent.Outcome.STOPPED);
        assertThat(run.left()).isEmpty();
    }

    @Test
    void isInterruptedWhenNobodyHoldsItsLock() {
        RunJournal journal = begin();
        journal.close();

        assertThat(followed(journal).status()).isEqualTo(FollowedRun.Status.INTERRUPTED);
    }

    @Test
    void givesRunsOfOneInstantNamesOfTheirOwn() {
        try (RunJournal first = begin();
                RunJournal second = begin()) {
            assertThat(second.files().run()).isEqualTo(first.files().run() + "-2");
            assertThat(FollowedRun.in(results.getParent()))
                    .filteredOn(run -> run.files().results().equals(results))
                    .hasSize(2);
        }
    }

    @Test
    void aRunTidiesUpAfterOneThatWasKilledAndLeavesItsLinesAndTheLogsOfFailedTrials() throws IOException {
        RunFiles dead = new RunFiles(results, "2026-11-27T11-00-00Z");
        Files.createDirectories(dead.logs());
        Files.createFile(dead.lock());
        Files.writeString(dead.control(), "pause\n");
        Files.writeString(dead.journal(), "");
        Path log = Files.writeString(dead.logs().resolve(RunFiles.logOfProcess(7)), "a remark");
        Path kept = Files.writeString(dead.logs().resolve("plain-seed1.log"), "a fatal error");

        try (RunJournal first = begin();
                RunJournal second = begin()) {
            assertThat(dead.lock()).doesNotExist();
            assertThat(dead.control()).doesNotExist();
            assertThat(log).doesNotExist();
            assertThat(kept).hasContent("a fatal error");
            FollowedRun run = new FollowedRun(dead);
            run.update();
            assertThat(run.going()).isFalse();
            assertThat(first.files().lock()).as("of a run that is going").exists();
            assertThat(second.files().lock()).exists();
        }
    }

    @Test
    void theTimeLeftIsNeverNegativeWhenTheClockIsSetBack() {
        try (RunJournal journal = begin()) {
            journal.accept(new TrialEvent.Started(after(0), "plain-seed2", 0, 7, 1));
            journal.accept(new TrialEvent.Done(after(-3600), "plain-seed2", 1, "plain-seed2"));
            assertThat(followed(journal).left()).isEmpty();

            journal.accept(new TrialEvent.Started(after(-3600), "other-seed1", 0, 8, 1));
            journal.accept(new TrialEvent.Done(after(-3580), "other-seed1", 1, "other-seed1"));
            assertThat(followed(journal).left()).contains(Duration.ofSeconds(20));
        }
    }

    @Test
    void aFullDiskEndsNoRunAndCutsNoLineThatFitsLater() throws IOException {
        Configuration small = Configuration.unix().toBuilder()
                .setBlockSize(64)
                .setMaxSize(64 * 64)
                .setMaxCacheSize(0)
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(small)) {
            Path there = Files.createDirectory(disk.getPath("/results"));
            RunJournal journal = RunJournal.begin(there, START, header());
            Path ballast = there.resolve("ballast");
            assertThatThrownBy(() -> {
                        try (OutputStream stream = Files.newOutputStream(ballast)) {
                            while (true) {
                                stream.write(new byte[64]);
                            }
                        }
                    })
                    .isInstanceOf(IOException.class);

            journal.accept(new TrialEvent.Stopped(after(1), "lost".repeat(20), 0));
            Files.delete(ballast);
            journal.accept(new RunEvent.Paused(after(2)));
            FollowedRun run = new FollowedRun(journal.files());

            assertThat(run.update()).last().isEqualTo(new RunEvent.Paused(after(2)));
            assertThat(run.update()).isEmpty();
            journal.close();
            assertThat(journal.files().lock()).doesNotExist();
        }
    }

    @Test
    void handsOrdersOn() {
        try (RunJournal journal = begin()) {
            OrderInbox inbox = new OrderInbox(journal.files());
            List<Order> orders = List.of(
                    new Order.Pause(),
                    new Order.Resume(),
                    new Order.StopTrial("plain-seed2"),
                    new Order.Stop(RunEvent.How.AFTER_RUNNING),
                    new Order.Stop(RunEvent.How.NOW));
            assertThat(inbox.more()).isEmpty();

            FollowedRun run = followed(journal);
            orders.forEach(run::order);

            assertThat(inbox.more()).isEqualTo(orders);
            assertThat(inbox.more()).isEmpty();
        }
    }

    @Test
    void takesNoOrdersForTrialsOfOthers() {
        try (RunJournal journal = begin()) {
            FollowedRun run = followed(journal);

            assertThatThrownBy(() -> run.order(new Order.StopTrial("plain-seed9")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("has no trial (plain-seed9)");
        }
    }

    @Test
    void takesNoOrdersWhenItIsOver() {
        RunJournal journal = begin();
        journal.close();
        FollowedRun run = followed(journal);

        assertThatThrownBy(() -> run.order(new Order.Pause()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is not going any more");
    }

    @Test
    void knowsAProcessByItsNumberAndItsStart() {
        ProcessHandle self = ProcessHandle.current();
        Optional<Instant> started = self.info().startInstant();
        assertThat(started).isPresent();

        assertThat(new ProcessMark(self.pid(), started.get()).alive()).isTrue();
        assertThat(new ProcessMark(self.pid(), started.get().minusSeconds(60)).alive())
                .isFalse();
    }
}
