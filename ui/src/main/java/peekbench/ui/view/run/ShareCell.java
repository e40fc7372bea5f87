package peekbench.ui.view.run;

import javafx.scene.control.ProgressBar;
import javafx.scene.control.TreeTableCell;
import peekbench.ui.model.run.RunRow;
import peekbench.ui.model.run.RunState;
import peekbench.ui.model.run.RunWords;
import peekbench.ui.view.part.Explain;

/** How much of a run or trial is done that has begun and is not complete. */
final class ShareCell extends TreeTableCell<RunRow, RunRow> {
    private final ProgressBar bar = new ProgressBar();

    ShareCell() {
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("share");
    }

    @Override
    protected void updateItem(RunRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean none = empty || row == null || !shows(row);
        setGraphic(none ? null : bar);
        if (!none) {
            bar.setProgress(row.state() == RunState.STARTING ? ProgressBar.INDETERMINATE_PROGRESS : row.share());
            bar.setAccessibleText(RunWords.percent(row.share()) + " done");
            Explain.with(this, RunWords.percent(row.share()) + " done.");
        }
    }

    private static boolean shows(RunRow row) {
        return row.state() != RunState.WAITING
                && !row.state().complete()
                && (row.share() > 0 || row.state().going());
    }
}
