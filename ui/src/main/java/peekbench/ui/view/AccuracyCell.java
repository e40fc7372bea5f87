package peekbench.ui.view;

import java.util.Optional;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import peekbench.query.ArmRow;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.table.Cells;

/** How good the trained network is; half the width of its interval stands below. */
final class AccuracyCell extends TableCell<Optional<ArmRow>, Optional<ArmRow>> {
    private final Label half = new Label();

    AccuracyCell() {
        getStyleClass().add("number-cell");
        half.getStyleClass().add("second");
        setContentDisplay(ContentDisplay.BOTTOM);
    }

    @Override
    protected void updateItem(Optional<ArmRow> row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null || row.isEmpty()) {
            setText("");
            setGraphic(null);
            setTooltip(null);
            return;
        }
        Optional<Estimate> accuracy = row.get().accuracy();
        String[] parts = Cells.text(Column.ACCURACY, accuracy).split("\u00b1", 2);
        setText(parts[0]);
        half.setText(parts.length > 1 ? "\u00b1" + parts[1] : "");
        setGraphic(parts.length > 1 ? half : null);
        setTooltip(new Tooltip(accuracy.map(AccuracyCell::words).orElse("No trial of this arm completed.")));
    }

    private static String words(Estimate estimate) {
        String over = switch (estimate.over()) {
            case SEEDS -> "\u00b1 is half of a 95 % interval over " + estimate.seeds() + " seeds (Student's t).";
            case IMAGES -> "\u00b1 is half of a 95 % interval over images (bootstrap).";
            case NONE -> "One seed.";
        };
        return estimate.mean() + ". " + over + " " + Column.ACCURACY.meaning();
    }
}
