package peekbench.ui.view;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import peekbench.query.ArmRow;
import peekbench.query.Bound;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.table.Cells;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.workspace.ArmWords;
import peekbench.ui.view.part.Explain;
import peekbench.ui.view.part.Follow;
import peekbench.ui.view.part.Ink;

/** What leaked of an arm, with a bar and what to read it by. */
final class LeakCell extends TableCell<Optional<ArmRow>, Optional<ArmRow>> {
    private final WindowModel window;

    @SuppressWarnings({"unused", "FieldCanBeLocal"}) // held, since it hears as long as it is
    private final Follow follow;

    private final LeakBar bar = new LeakBar();

    LeakCell(WindowModel window) {
        this.window = window;
        getStyleClass().add("leak-cell");
        setContentDisplay(ContentDisplay.BOTTOM);
        Explain.onHover(
                this,
                () -> Optional.ofNullable(getItem())
                        .flatMap(row -> row)
                        .map(this::where)
                        .orElse(""));
        this.follow = Follow.of(
                this::draw,
                List.of(window.arms().boundsProperty(), window.appearance().settingsProperty()));
    }

    @Override
    protected void updateItem(Optional<ArmRow> row, boolean empty) {
        super.updateItem(row, empty);
        draw();
    }

    private void draw() {
        Optional<ArmRow> arm = Optional.ofNullable(getItem()).flatMap(one -> one);
        if (isEmpty() || arm.isEmpty()) {
            setText("");
            setGraphic(null);
            return;
        }
        Column column = window.arms().measureProperty().get().column();
        Optional<ArmRow.Leak> leak = arm.get().leak();
        String none = arm.get().completed() == 0 ? "failed" : Cells.text(column, Optional.<Estimate>empty());
        String mark = ArmWords.mark(ArmWords.marks(arm.get(), column, bounds(arm.get())));
        setText(leak.map(one -> column.writeMean(one.estimate()) + mark).orElse(none));
        setGraphic(leak.isPresent() ? bar : null);
        leak.ifPresent(one -> bar.show(
                one.estimate().mean(),
                bounds(arm.get()),
                Ink.of(window.appearance().settingsProperty().get())));
    }

    private List<Bound> bounds(ArmRow arm) {
        return ArmWords.boundsOf(
                window.arms().boundsOf(arm), arm.leak().map(ArmRow.Leak::attack).orElse(""));
    }

    private String where(ArmRow arm) {
        return ArmWords.leak(
                arm,
                window.arms().measureProperty().get().column(),
                bounds(arm),
                window.workspace().folderProperty().get());
    }
}
