package peekbench.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import peekbench.problem.Problem;

class RunEventTextTest {
    private static final Instant AT = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void aPlanSaysWhatWasThereBefore() {
        RunEvent.Planned open = new RunEvent.Planned("a-seed1", false);
        RunEvent.Planned complete = new RunEvent.Planned("b-seed1", true);

        assertThat(RunEventText.of(new RunEvent.Plan(AT, List.of(open), List.of())))
                .isEqualTo("1 trial");
        assertThat(RunEventText.of(new RunEvent.Plan(AT, List.of(open, complete), List.of())))
                .isEqualTo("2 trials, 1 of them complete before");
    }

    @Test
    void anEndSaysWhatIsLeft() {
        assertThat(RunEventText.of(new RunEvent.RunDone(AT, RunEvent.Outcome.STOPPED, 2, 1, 3, List.of())))
                .isEqualTo("stopped: 2 trials complete, 1 failed, 3 not run");
        assertThat(RunEventText.of(new RunEvent.Stopping(AT, RunEvent.How.AFTER_RUNNING)))
                .isEqualTo("stopping, after running");
    }

    @Test
    void aRefusalHasEveryMistake() {
        assertThat(RunEventText.of(new RunEvent.Refused(
                        AT,
                        List.of(new Problem("x.yaml:12", "training.epochs", "is 0."), new Problem("", "No data.")))))
                .isEqualTo("x.yaml:12: training.epochs: is 0.\nNo data.");
    }
}
