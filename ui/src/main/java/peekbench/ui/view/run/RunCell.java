package peekbench.ui.view.run;

import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TreeTableCell;
import peekbench.ui.model.run.RunRow;
import peekbench.ui.view.part.Explain;

/** A text of a row; the row's state is a pseudo-class, whose colour repeats what its word says. */
final class RunCell extends TreeTableCell<RunRow, RunRow> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Function<RunRow, String> text;

    RunCell(Function<RunRow, String> text) {
        this(text, false);
    }

    /** @param number whether it stands at the right */
    RunCell(Function<RunRow, String> text, boolean number) {
        this.text = text;
        if (number) {
            getStyleClass().add("number-cell");
        }
    }

    @Override
    protected void updateItem(RunRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean none = empty || row == null;
        setText(none ? "" : text.apply(row));
        pseudoClassStateChanged(FAILED, !none && row.state().trouble());
        pseudoClassStateChanged(OVER, !none && !row.state().going());
        Explain.with(this, none ? "" : row.explained());
    }
}
