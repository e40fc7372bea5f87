package peekbench.ui.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peekbench.event.Event;
import peekbench.event.TrialEvent;
import peekbench.ui.StagedRuns;

class StoryModelTest {
    private static final RowKey RUN = RowKey.of("run");

    private final StoryModel story = new StoryModel();

    @BeforeEach
    void tell() {
        story.tell(
                RUN,
                Optional.of("a-seed1"),
                List.of(
                        StagedRuns.plan("a-seed1", "b-seed1"),
                        StagedRuns.started("a-seed1"),
                        progress("a-seed1", "small"),
                        StagedRuns.failed("b-seed1", "the loss is not a number")));
    }

    private static Event progress(String trial, String detail) {
        return new TrialEvent.Progress(StagedRuns.after(70), trial, .5, "attack decoder", detail);
    }

    @Test
    void levelsLeaveOutWhatOnlySaysHowFar() {
        assertThat(story.lines()).hasSize(4);
        story.levelProperty().set(LogLevel.STEPS);
        assertThat(story.lines())
                .extracting(LogLine::text)
                .containsExactly("2 trials", "a-seed1: begins", "b-seed1: failed: the loss is not a number");
        story.levelProperty().set(LogLevel.PROBLEMS);
        assertThat(story.lines()).hasSize(1);
    }

    @Test
    void aTextIsFoundWhateverItsCase() {
        story.filterProperty().set(" SMALL ");
        assertThat(story.lines()).extracting(LogLine::text).containsExactly("a-seed1: attack decoder, small");
        story.add(RUN, List.of(progress("a-seed1", "smaller"), progress("a-seed1", "large")));
        assertThat(story.lines()).as("what comes is filtered too").hasSize(2);
    }

    @Test
    void theLogKeepsItsLastLines() {
        List<Event> many = new ArrayList<>();
        for (int i = 0; i < StoryModel.MOST_LINES + 10; i++) {
            many.add(progress("a-seed1", "number " + i));
        }
        story.add(RUN, many.subList(0, 20));
        story.add(RUN, many.subList(20, many.size()));

        assertThat(story.lines()).hasSize(StoryModel.MOST_LINES);
        assertThat(story.lines().get(StoryModel.MOST_LINES - 1).text())
                .endsWith("number " + (StoryModel.MOST_LINES + 9));
    }

    @Test
    void anotherRunsLinesAreNotItsOwn() {
        story.add(RowKey.of("other"), List.of(progress("a-seed1", "small")));
        assertThat(story.lines()).hasSize(4);
        story.clear();
        assertThat(story.lines()).isEmpty();
        assertThat(story.curvesProperty().get()).isEqualTo(TrialCurves.NOTHING);
    }

    @Test
    void aTrialThatBeginsAgainHasCurvesOfItsLastAttempt() {
        story.add(RUN, List.of(StagedRuns.epoch("a-seed1", 1, .3), StagedRuns.epoch("a-seed1", 2, .4)));
        story.add(RUN, List.of(StagedRuns.started("a-seed1"), StagedRuns.epoch("a-seed1", 1, .5)));
        assertThat(story.curvesProperty().get().epochs())
                .as("not before they are refreshed")
                .isEmpty();
        story.refresh();
        assertThat(story.curvesProperty().get().epochs()).hasSize(1);
    }
}
