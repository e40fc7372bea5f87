package peekbench.ui.view.run;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import peekbench.ui.model.run.RunRow;
import peekbench.ui.model.run.RunState;
import peekbench.ui.model.run.RunView;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** How far each trial of a run is, with the accuracy of its last epoch. */
final class WelcomeProgress extends VBox {
    private static final int MOST_ROWS = 6;

    private final Label heading = new Label();
    private final GridPane grid = new GridPane();
    private final List<Line> lines = new ArrayList<>();

    WelcomeProgress() {
        super(8);
        setId("welcome-progress");
        heading.setId("welcome-heading");
        grid.setHgap(14);
        grid.setVgap(8);
        grid.getColumnConstraints()
                .setAll(fixed(170), new ColumnConstraints(60, 160, 280), growing(), fixed(120), fixed(60));
        getChildren().setAll(heading, grid);
    }

    private static ColumnConstraints fixed(double width) {
        return new ColumnConstraints(width);
    }

    private static ColumnConstraints growing() {
        ColumnConstraints column = new ColumnConstraints(140, 140, Double.MAX_VALUE);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    /** The widgets of a trial. */
    private record Line(Label title, ProgressBar bar, Label now, Label accuracy, Label left) {
        static Line make() {
            Label accuracy = new Label();
            Explain.with(
                    accuracy, "The share of test records that the network classifies rightly after its last epoch.");
            return new Line(new Label(), new ProgressBar(0), Controls.muted(""), accuracy, Controls.muted(""));
        }

        void show(RunRow row) {
            title.setText(row.title().replace('-', ' '));
            bar.setProgress(row.state().complete() ? 1 : row.share());
            now.setText(
                    row.state() == RunState.RUNNING ? row.now() : row.state().word());
            accuracy.setText(row.accuracy().isEmpty() ? "" : "accuracy " + row.accuracy());
            left.setText(row.left().isEmpty() ? "" : row.left());
            Explain.with(title, row.explained());
            Explain.with(now, row.explained());
            now.getStyleClass().removeAll("failure");
            if (row.state().trouble()) {
                now.getStyleClass().add("failure");
                now.setText("failed: " + row.now());
            }
        }
    }

    void show(RunView run) {
        boolean begun = !run.trials().isEmpty();
        heading.setText(
                begun
                        ? run.row().title() + " is " + run.state().word()
                                + ". Its first pictures take the place of this."
                        : run.row().title() + " begins: its process reads scenario and data\u2026");
        List<RunRow> rows =
                run.trials().subList(0, Math.min(MOST_ROWS, run.trials().size()));
        while (lines.size() < rows.size()) {
            add(Line.make());
        }
        if (lines.size() > rows.size()) {
            lines.clear();
            grid.getChildren().clear();
            rows.forEach(row -> add(Line.make()));
        }
        for (int i = 0; i < rows.size(); i++) {
            lines.get(i).show(rows.get(i));
        }
    }

    private void add(Line line) {
        int row = lines.size();
        lines.add(line);
        line.bar().setMaxWidth(Double.MAX_VALUE);
        grid.addRow(row, line.title(), line.bar(), line.now(), line.accuracy(), line.left());
        GridPane.setHalignment(line.left(), HPos.RIGHT);
        GridPane.setMargin(line.bar(), new Insets(2, 0, 0, 0));
    }
}
