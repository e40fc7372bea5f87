package peekbench.ui.view.run;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.view.part.Controls;

/** Runs: how far is it? What can be done, the runs with their trials, and curves and log of the chosen one. */
public final class RunsView extends VBox {
    private static final double TABLE_SHARE = .58;

    private final WindowModel window;
    private final Label problem = new Label();
    private final SplitPane split;
    private final VBox nothing;

    /** Binds to the models; they decide. */
    public RunsView(WindowModel window) {
        super(8);
        this.window = window;
        setId("runs");
        setPadding(new Insets(8, 12, 8, 12));
        Label title = new Label(Place.RUNS.question());
        title.getStyleClass().add("title");
        problem.setId("runs-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("failure");
        split = new SplitPane(new RunTable(window), new StoryPane(window));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(TABLE_SHARE);
        nothing = new VBox(
                10,
                new Label("Nothing runs, and no run has left its log here."),
                new HBox(
                        8,
                        Controls.button(window.commands().get("place-scenarios"), "Open scenarios"),
                        Controls.muted("Runs that are begun in a terminal appear here too.")));
        nothing.setId("no-runs");
        nothing.getStyleClass().add("empty");
        StackPane body = new StackPane(split, nothing);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(title, new RunBar(window), problem, body);
        window.runs().runsProperty().addListener((property, before, now) -> show());
        window.runs().problemProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        boolean empty = window.runs().runsProperty().get().isEmpty();
        split.setVisible(!empty);
        nothing.setVisible(empty);
        problem.setText(window.runs().problemProperty().get().orElse(""));
        Controls.show(problem, !problem.getText().isEmpty());
    }
}
