package peekbench.ui.view.run;

import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.run.RunView;
import peekbench.ui.model.run.RunWords;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** What can be done with the chosen run, and how much there is. */
final class RunBar extends HBox {
    private static final int MOST_SIDE_BY_SIDE = 64;

    private final WindowModel window;
    private final Button pause;
    private final Button resume;
    private final Button again;
    private final Label summary = Controls.muted("");
    private final Label left = new Label();

    RunBar(WindowModel window) {
        super(8);
        this.window = window;
        setId("run-bar");
        setAlignment(Pos.CENTER_LEFT);
        pause = Controls.button(window.commands().get("run-pause"));
        resume = Controls.button(window.commands().get("run-resume"));
        again = Controls.button(
                window.commands().get("run-again"), window.actions().againText());
        ComboBox<Integer> sideBySide = Controls.choice(
                "side-by-side",
                count -> Integer.toString(count),
                "Trials at a time of the next run that begins. Each is a process of its own; more than this machine has cores"
                        + " make none of them faster.",
                count -> window.runs().sideBySideProperty().set(count));
        int cores = window.runs().sideBySideProperty().get();
        sideBySide
                .getItems()
                .setAll(IntStream.rangeClosed(1, Math.min(MOST_SIDE_BY_SIDE, Math.max(4, cores)))
                        .boxed()
                        .toList());
        sideBySide.setValue(cores);
        summary.setId("runs-summary");
        left.setId("runs-left");
        for (Label label : new Label[] {summary, left}) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        getChildren()
                .setAll(
                        pause,
                        resume,
                        Controls.button(window.commands().get("run-stop")),
                        again,
                        Controls.muted("side by side"),
                        sideBySide,
                        Controls.space(),
                        summary,
                        left);
        getChildren().forEach(node -> {
            if (node instanceof Button button) {
                button.setMinWidth(USE_PREF_SIZE);
            }
        });
        window.runs().runsProperty().addListener((property, before, now) -> show());
        window.runs().selectedProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        boolean paused = window.actions().canResume().get();
        Controls.show(pause, !paused);
        Controls.show(resume, paused);
        again.setText(window.actions().againText());
        summary.setText(RunWords.summary(window.runs().runsProperty().get()));
        Optional<RunView> run = window.runs().going().stream().findFirst();
        left.setText(run.map(one -> one.row().left())
                .filter(text -> !text.isEmpty())
                .map(text -> "about " + text + " left")
                .orElse(run.isPresent() ? "no estimate yet" : ""));
        Explain.with(
                left,
                "The open share of each trial times what finished trials of its group took, else those of the run; before the"
                        + " first has finished, its own pace. Rounded up.");
    }
}
