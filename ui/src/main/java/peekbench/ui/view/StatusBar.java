package peekbench.ui.view;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import peekbench.query.Counts;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.run.Notice;
import peekbench.ui.model.run.RunView;
import peekbench.ui.model.run.RunWords;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** What is there, what runs, what is new, and whether all results are known. */
final class StatusBar extends HBox {
    private final WindowModel window;
    private final Label message = new Label();
    private final Hyperlink running = new Hyperlink();
    private final Label notice = new Label();
    private final Button goOn;
    private final Hyperlink fresh = new Hyperlink();
    private final Label index = Controls.muted("");
    private final ProgressIndicator working = new ProgressIndicator();

    StatusBar(WindowModel window) {
        super(10);
        this.window = window;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        message.setId("status");
        index.setId("index");
        index.setMinWidth(USE_PREF_SIZE);
        working.setPrefSize(14, 14);
        working.setMaxSize(14, 14);
        working.setAccessibleText("working");
        running.setId("running");
        running.setTextOverrun(OverrunStyle.ELLIPSIS);
        running.setMinWidth(0);
        running.setOnAction(event -> window.focus().change(now -> now.at(Place.RUNS)));
        notice.setId("notice");
        goOn = Controls.button(window.commands().get("go-on"));
        goOn.getStyleClass().add("small");
        fresh.setId("show-new");
        fresh.setMinWidth(USE_PREF_SIZE);
        fresh.setOnAction(event -> {
            fresh.setVisited(false);
            window.commands().get("show-new").run();
        });
        Explain.with(
                fresh,
                window.commands().get("show-new").explained() + " Nothing that is looked at moves before that.  F5");
        HBox.setHgrow(running, Priority.SOMETIMES);
        getChildren().setAll(message, running, notice, goOn, Controls.space(), fresh, working, index);
        window.workspace().problemProperty().addListener((property, before, now) -> show());
        window.workspace().openingProperty().addListener((property, before, now) -> show());
        window.workspace().updatingProperty().addListener((property, before, now) -> show());
        window.look().workingProperty().addListener((property, before, now) -> show());
        window.arms().countsProperty().addListener((property, before, now) -> show());
        window.workspace().freshProperty().addListener((property, before, now) -> showRuns());
        window.runs().runsProperty().addListener((property, before, now) -> showRuns());
        window.runs().noticeProperty().addListener((property, before, now) -> showRuns());
        window.welcome().shownProperty().addListener((property, before, now) -> {
            show();
            showRuns();
        });
        show();
        showRuns();
    }

    private void show() {
        Optional<String> problem = window.workspace().problemProperty().get();
        Counts counts = window.arms().countsProperty().get();
        boolean updating = window.workspace().updatingProperty().get();
        boolean opening = window.workspace().openingProperty().get();
        working.setVisible(
                updating || opening || window.look().workingProperty().get());
        message.getStyleClass().remove("failure");
        if (problem.isPresent()) {
            message.getStyleClass().add("failure");
            message.setText(problem.get());
        } else if (counts.trials() == 0) {
            message.setText(
                    opening ? "Opening\u2026" : window.welcome().shownProperty().get() ? "no results yet" : "");
        } else {
            message.setText(RunWords.count(counts.completed(), "trial") + " completed"
                    + (counts.failed() > 0 ? ", " + counts.failed() + " failed" : "")
                    + (counts.unreadable() > 0 ? ", " + counts.unreadable() + " cannot be read" : ""));
        }
        message.setMinWidth(problem.isPresent() ? 0 : USE_PREF_SIZE);
        Explain.with(message, message.getText().isEmpty() ? "Nothing to tell." : message.getText());
        boolean open = window.workspace().folderProperty().get().isPresent();
        index.setText(updating ? "looking for new trials\u2026" : open ? "index up to date" : "");
    }

    private void showRuns() {
        List<RunView> going = window.runs().going();
        running.setVisited(false);
        running.setText(going.stream().findFirst().map(RunWords::running).orElse("nothing is running")
                + (going.size() > 1 ? ", and " + (going.size() - 1) + " more" : ""));
        running.getStyleClass().remove("idle");
        if (going.isEmpty()) {
            running.getStyleClass().add("idle");
        }
        Explain.with(running, running.getText() + ". Goes to Runs.");
        Optional<Notice> told = window.runs().noticeProperty().get();
        notice.setText(told.map(Notice::text).orElse(""));
        Explain.with(notice, notice.getText());
        Controls.show(notice, told.isPresent());
        Controls.show(goOn, told.isPresent());
        Controls.show(running, !going.isEmpty() || told.isEmpty());
        int trials = window.workspace().freshProperty().get();
        fresh.setText(RunWords.count(trials, "new trial") + " \u2013 Show");
        Controls.show(fresh, trials > 0 && !window.welcome().shownProperty().get());
    }
}
