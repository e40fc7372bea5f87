package peekbench.ui.view;

import java.util.Optional;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import peekbench.query.ArmRow;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.table.Cells;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.workspace.ArmWords;
import peekbench.ui.view.part.Explain;

/** How good the trained network is; what is known of its spread stands below. */
final class AccuracyCell extends TableCell<Optional<ArmRow>, Optional<ArmRow>> {
    private final Label half = new Label();

    AccuracyCell(WindowModel window) {
        getStyleClass().add("number-cell");
        half.getStyleClass().add("second");
        setContentDisplay(ContentDisplay.BOTTOM);
        Explain.onHover(
                this,
                () -> Optional.ofNullable(getItem())
                        .flatMap(row -> row)
                        .map(row -> ArmWords.accuracy(
                                row, window.workspace().folderProperty().get()))
                        .orElse(""));
    }

    @Override
    protected void updateItem(Optional<ArmRow> row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null || row.isEmpty()) {
            setText("");
            setGraphic(null);
            return;
        }
        Optional<Estimate> accuracy = row.get().accuracy();
        String spread = accuracy.map(Column.ACCURACY::writeSpread).orElse("");
        String mark = ArmWords.mark(ArmWords.marks(row.get()));
        setText(accuracy.map(one -> Column.ACCURACY.writeMean(one) + mark)
                .orElseGet(() -> Cells.text(Column.ACCURACY, accuracy)));
        half.setText(spread);
        setGraphic(spread.isEmpty() ? null : half);
    }
}
