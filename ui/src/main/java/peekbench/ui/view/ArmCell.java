package peekbench.ui.view;

import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import peekbench.query.ArmRow;

/** A text about an arm with a quiet one below; of an arm of which nothing completed it is grey. */
final class ArmCell extends TableCell<Optional<ArmRow>, Optional<ArmRow>> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Function<ArmRow, String> text;
    private final Function<ArmRow, String> below;
    private final Label first = new Label();
    private final Label second = new Label();
    private final VBox both = new VBox(first, second);

    ArmCell(Function<ArmRow, String> text, Function<ArmRow, String> below) {
        this.text = text;
        this.below = below;
        getStyleClass().add("arm-cell");
        second.getStyleClass().add("second");
        both.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Optional<ArmRow> row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null || row.isEmpty()) {
            setText(empty ? "" : "\u2026");
            setTooltip(null);
            setGraphic(null);
            pseudoClassStateChanged(FAILED, false);
            return;
        }
        String shown = text.apply(row.get());
        String more = below.apply(row.get());
        first.setText(shown);
        second.setText(more);
        setText(more.isEmpty() ? shown : "");
        setGraphic(more.isEmpty() ? null : both);
        if (getTooltip() == null || !getTooltip().getText().startsWith(shown)) {
            setTooltip(new Tooltip(more.isEmpty() ? shown : shown + "\n" + more));
        }
        pseudoClassStateChanged(FAILED, row.get().completed() == 0);
    }
}
