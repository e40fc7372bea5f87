package peekbench.ui.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import peekbench.query.ArmRow;
import peekbench.ui.view.part.Explain;
import peekbench.ui.view.part.Follow;

/** A text about an arm with a quiet one below; of an arm of which nothing completed it is grey. */
final class ArmCell extends TableCell<Optional<ArmRow>, Optional<ArmRow>> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Function<ArmRow, String> text;
    private final Function<ArmRow, String> below;
    private final Label first = new Label();
    private final Label second = new Label();
    private final VBox both = new VBox(first, second);

    @SuppressWarnings({"unused", "FieldCanBeLocal"}) // held, since it hears as long as it is
    private final Follow follow;

    /** @param on what the texts depend on besides the arm */
    ArmCell(Function<ArmRow, String> text, Function<ArmRow, String> below, ObservableValue<?> on) {
        this.text = text;
        this.below = below;
        getStyleClass().add("arm-cell");
        second.getStyleClass().add("second");
        both.setAlignment(Pos.CENTER_LEFT);
        Explain.onHover(
                this,
                () -> Optional.ofNullable(getItem())
                        .flatMap(row -> row)
                        .map(row -> (text.apply(row) + "\n" + below.apply(row)).strip())
                        .orElse(""));
        this.follow = Follow.of(this::draw, List.of(on));
    }

    @Override
    protected void updateItem(Optional<ArmRow> row, boolean empty) {
        super.updateItem(row, empty);
        draw();
    }

    private void draw() {
        Optional<ArmRow> row = Optional.ofNullable(getItem()).flatMap(one -> one);
        if (isEmpty() || row.isEmpty()) {
            setText(isEmpty() ? "" : "\u2026");
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
        pseudoClassStateChanged(FAILED, row.get().completed() == 0);
    }
}
