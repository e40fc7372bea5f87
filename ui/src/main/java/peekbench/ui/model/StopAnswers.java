package peekbench.ui.model;

import java.util.List;
import peekbench.event.RunEvent;
import peekbench.journal.Order;
import peekbench.ui.model.run.RunView;
import peekbench.ui.model.run.RunsModel;

/** The two ways to stop runs, as answers to a question. */
final class StopAnswers {
    private final RunsModel runs;
    private final List<RunView> several;
    private final String introduction;
    private final Runnable after;

    /**
     * @param several runs that are stopped
     * @param introduction of what follows from an answer
     * @param after is done when the runs were told
     */
    StopAnswers(RunsModel runs, List<RunView> several, String introduction, Runnable after) {
        this.runs = runs;
        this.several = several;
        this.introduction = introduction;
        this.after = after;
    }

    Question.Answer afterRunning() {
        return answer(
                "answer-stop-after",
                "Stop after the running trials",
                "Running trials end as they would, none begins.",
                RunEvent.How.AFTER_RUNNING);
    }

    Question.Answer now() {
        return answer(
                "answer-stop-now",
                "Stop now",
                "Running trials end at once, and what they did is lost.",
                RunEvent.How.NOW);
    }

    private Question.Answer answer(String id, String text, String meaning, RunEvent.How how) {
        return new Question.Answer(
                id,
                text,
                introduction + meaning,
                how == RunEvent.How.NOW,
                () -> runs.order(several, new Order.Stop(how), after));
    }
}
