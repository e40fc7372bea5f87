package peekbench.ui.view.look;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import peekbench.query.ArmRow;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.LookMode;
import peekbench.ui.model.look.LookRow;
import peekbench.ui.model.look.LookShown;
import peekbench.ui.model.look.SheetHit;
import peekbench.ui.model.look.SheetLine;
import peekbench.ui.model.look.SheetModel;
import peekbench.ui.model.look.SheetModel.SheetScroll;
import peekbench.ui.model.look.SheetTile;
import peekbench.ui.model.look.StripSheet;

/**
 * The mouse on a sheet: a click makes a picture or a row's arm current, a double click shows it large or its grid, a label is
 * dragged to another place among the rows, the wheel moves the sheet.
 */
final class SheetMouse {
    private final WindowModel window;
    private final PictureSheet sheet;
    private Optional<LookRow> dragged = Optional.empty();

    SheetMouse(WindowModel window, PictureSheet sheet) {
        this.window = window;
        this.sheet = sheet;
    }

    void install() {
        sheet.setOnMousePressed(event -> dragged = sheet.hit(event).isPresent() ? Optional.empty() : label(event));
        sheet.setOnMouseDragged(event -> dragged.ifPresent(row -> sheet.setCursor(Cursor.V_RESIZE)));
        sheet.setOnMouseReleased(this::drop);
        sheet.setOnMouseClicked(this::click);
        sheet.setOnScroll(this::wheel);
    }

    private LookShown shown() {
        return window.look().shownProperty().get();
    }

    private void drop(MouseEvent event) {
        sheet.setCursor(Cursor.DEFAULT);
        if (!event.isStillSincePress() && dragged.isPresent()) {
            Optional<ArmRow.Key> onto = below(event).map(row -> row.row().arm().key());
            ArmRow.Key moved = dragged.get().row().arm().key();
            onto.ifPresent(key -> window.look().moveArm(moved, key));
        }
        dragged = Optional.empty();
    }

    private void click(MouseEvent event) {
        sheet.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        Optional<SheetHit> hit = sheet.hit(event);
        hit.ifPresent(one -> pick(one, event));
        if (hit.isEmpty()) {
            label(event).ifPresent(row -> choose(row, event.getClickCount()));
        }
    }

    private void pick(SheetHit hit, MouseEvent event) {
        int row = hit.tile().row() == SheetTile.ORIGINALS
                ? hit.tile().row()
                : sheet.onlyRow(shown()).orElse(hit.tile().row());
        Optional<Integer> place = shown().place(row, hit.tile().column());
        if (row != SheetTile.ORIGINALS && event.isShortcutDown()) {
            LookRow of = shown().rows().get(row);
            window.focus().change(now -> now.pinnedOrNot(of.row().arm().key()));
            return;
        }
        place.ifPresent(one -> window.look().select(one));
        if (event.getClickCount() == 2) {
            window.look().choices().modeProperty().set(LookMode.ONE);
        }
    }

    private void choose(LookRow row, int clicks) {
        window.focus().change(now -> now.onArm(row.row().arm().key()));
        if (clicks == 2) {
            window.look().choices().modeProperty().set(LookMode.GRID);
        }
    }

    /** The row whose label is under the pointer. */
    private Optional<LookRow> label(MouseEvent event) {
        if (!(sheet.sheet().orElse(null) instanceof StripSheet strip)) {
            return Optional.empty();
        }
        int y = y(event);
        for (int i = 0; i < strip.lines().size(); i++) {
            SheetLine line = strip.lines().get(i);
            boolean above =
                    y < strip.top(i) && y >= strip.top(i) - strip.sizes().caption();
            if (line.begins() && above && line.row() != SheetTile.ORIGINALS) {
                return Optional.of(shown().rows().get(line.row()));
            }
        }
        return Optional.empty();
    }

    /** The last row that begins above the pointer. */
    private Optional<LookRow> below(MouseEvent event) {
        if (!(sheet.sheet().orElse(null) instanceof StripSheet strip)) {
            return Optional.empty();
        }
        Optional<LookRow> found = Optional.empty();
        for (int i = 0; i < strip.lines().size(); i++) {
            int row = strip.lines().get(i).row();
            if (row != SheetTile.ORIGINALS
                    && y(event) >= strip.top(i) - strip.sizes().caption()) {
                found = Optional.of(shown().rows().get(row));
            }
        }
        return found;
    }

    private int y(MouseEvent event) {
        return (int) (event.getY() * sheet.scale()) + sheet.scroll().y();
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown()) {
            window.look().choices().zoomIn(event.getDeltaY() > 0 ? 1 : -1);
        } else {
            sheet.sheet().ifPresent(one -> move(one, event));
        }
        event.consume();
    }

    /** Sideways with Shift, or where all lines are seen. */
    private void move(SheetModel model, ScrollEvent event) {
        boolean sideways =
                event.isShiftDown() || model.contentHeight() <= model.sizes().viewHeight();
        double dx = event.getDeltaX() != 0 || !sideways ? event.getDeltaX() : event.getDeltaY();
        double dy = sideways ? 0 : event.getDeltaY();
        SheetScroll next = new SheetScroll((int) Math.round(sheet.scroll().x() - dx * sheet.scale()), (int)
                        Math.round(sheet.scroll().y() - dy * sheet.scale()))
                .within(model);
        sheet.scrollTo(next.x(), next.y());
    }
}
