package peekbench.ui.view;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableCell;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import peekbench.query.ArmRow;
import peekbench.ui.model.WindowModel;
import peekbench.ui.service.picture.ShownRow;
import peekbench.ui.view.part.Follow;
import peekbench.ui.view.part.Ink;

/** A dot in the arm's colour: filled when it is pinned, a ring when it is shown without a pin. A click pins. */
final class PinCell extends TableCell<Optional<ArmRow>, Optional<ArmRow>> {
    private static final double RADIUS = 4.5;

    private final Circle dot = new Circle(RADIUS);
    private final WindowModel window;

    @SuppressWarnings({"unused", "FieldCanBeLocal"}) // held, since it hears as long as it is
    private final Follow follow;

    PinCell(WindowModel window) {
        this.window = window;
        getStyleClass().add("pin-cell");
        setOnMouseClicked(event -> Optional.ofNullable(getItem())
                .flatMap(row -> row)
                .ifPresent(row -> window.focus().change(now -> now.pinnedOrNot(row.key()))));
        this.follow = Follow.of(
                this::draw,
                List.of(
                        window.look().contentProperty(),
                        window.focus().currentProperty(),
                        window.appearance().settingsProperty()));
    }

    @Override
    protected void updateItem(Optional<ArmRow> row, boolean empty) {
        super.updateItem(row, empty);
        draw();
    }

    private void draw() {
        Optional<ArmRow> row = Optional.ofNullable(getItem()).flatMap(item -> item);
        if (isEmpty() || row.isEmpty()) {
            setGraphic(null);
            return;
        }
        Ink ink = Ink.of(window.appearance().settingsProperty().get());
        Optional<Integer> colour = window.look().contentProperty().get().rows().stream()
                .filter(shown -> shown.arm().key().equals(row.get().key()))
                .map(ShownRow::colour)
                .findFirst();
        boolean pinned = window.focus().get().pins().contains(row.get().key());
        dot.setStroke(colour.map(ink::arm).orElse(ink.line()));
        dot.setStrokeWidth(1.6);
        dot.setFill(pinned ? colour.map(ink::arm).orElse(ink.muted()) : Color.TRANSPARENT);
        setGraphic(dot);
    }
}
