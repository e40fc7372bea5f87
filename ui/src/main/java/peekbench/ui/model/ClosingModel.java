package peekbench.ui.model;

import java.util.List;
import peekbench.ui.model.run.RunView;
import peekbench.ui.model.run.RunWords;
import peekbench.ui.model.run.RunsModel;

/** Whether the window may be closed: while something runs, that is asked once. */
public final class ClosingModel {
    private final RunsModel runs;
    private final QuestionModel questions;

    ClosingModel(RunsModel runs, QuestionModel questions) {
        this.runs = runs;
        this.questions = questions;
    }

    /**
     * Whether it may be closed at once; otherwise a question is open.
     *
     * @param close is done when the answer allows it
     */
    public boolean mayClose(Runnable close) {
        List<RunView> going = runs.going();
        if (going.isEmpty()) {
            return true;
        }
        StopAnswers stopping = new StopAnswers(runs, going, "Closes the window. ", close);
        questions.ask(new Question(
                going.size() == 1
                        ? going.get(0).row().title() + " is running"
                        : RunWords.count(going.size(), "run") + " are running",
                text(),
                List.of(
                        new Question.Answer(
                                "answer-keep",
                                "Keep running",
                                "Closes the window. What runs goes on, and is followed again when Peekbench is opened.",
                                false,
                                close),
                        stopping.afterRunning(),
                        stopping.now(),
                        Question.cancel())));
        return false;
    }

    private String text() {
        int waiting = runs.waiting().size();
        return "Runs are processes of their own and do not need this window. Complete trials are kept in any case."
                + (waiting == 0
                        ? ""
                        : " " + RunWords.count(waiting, "waiting run") + (waiting == 1 ? " waits" : " wait")
                                + " until Peekbench is opened again.");
    }
}
