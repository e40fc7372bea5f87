package peekbench.ui.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import peekbench.evaluation.Subject;
import peekbench.query.ArmRow;
import peekbench.query.Bound;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.table.Cells;
import peekbench.ui.model.WindowModel;
import peekbench.ui.view.part.Ink;

/** What leaked of an arm, with a bar and what to read it by. */
final class LeakCell extends TableCell<Optional<ArmRow>, Optional<ArmRow>> {
    private final WindowModel window;
    private final LeakBar bar = new LeakBar();
    private final Tooltip tooltip = new Tooltip();

    LeakCell(WindowModel window) {
        this.window = window;
        getStyleClass().add("leak-cell");
        setContentDisplay(ContentDisplay.BOTTOM);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(380);
    }

    @Override
    protected void updateItem(Optional<ArmRow> row, boolean empty) {
        super.updateItem(row, empty);
        Optional<ArmRow> arm = Optional.ofNullable(row).flatMap(one -> one);
        if (empty || arm.isEmpty()) {
            setText("");
            setGraphic(null);
            setTooltip(null);
            return;
        }
        Column column = window.arms().measureProperty().get().column();
        Optional<ArmRow.Leak> leak = arm.get().leak();
        String none = arm.get().completed() == 0 ? "failed" : Cells.text(column, Optional.<Estimate>empty());
        setText(leak.map(one -> column.write(one.estimate()).split("\u00b1", 2)[0])
                .orElse(none));
        setGraphic(leak.isPresent() ? bar : null);
        List<Bound> bounds = window.arms().boundsOf(arm.get()).stream()
                .filter(bound -> isOf(bound, leak.map(ArmRow.Leak::attack).orElse("")))
                .toList();
        leak.ifPresent(one -> bar.show(
                one.estimate().mean(),
                bounds,
                new Ink(window.appearance().settingsProperty().get().dark())));
        tooltip.setText(leak.map(one -> where(arm.get(), one, column, bounds)).orElse(none));
        setTooltip(tooltip);
    }

    /** What all attacks are read by, or this one alone. */
    private static boolean isOf(Bound bound, String attack) {
        return !(bound.subject() instanceof Subject.ByReference by)
                || by.whose().isEmpty()
                || by.whose().get().split("/", 2)[0].equals(attack);
    }

    private static String where(ArmRow arm, ArmRow.Leak leak, Column column, List<Bound> bounds) {
        Estimate estimate = leak.estimate();
        String interval = estimate.interval()
                .map(around -> String.format(
                        Locale.ROOT,
                        ", %.0f %% interval %s to %s over %s",
                        100 * around.level(),
                        column.metric().format().write(around.low()),
                        column.metric().format().write(around.high()),
                        estimate.over() == Estimate.Spread.SEEDS ? "seeds (Student's t)" : "images (bootstrap)"))
                .orElse("");
        return leak.attack() + ": " + estimate.mean() + interval + ", " + estimate.seeds()
                + (estimate.seeds() == 1 ? " seed" : " seeds") + ".\n"
                + bounds.stream()
                        .map(bound -> bound.subject().text() + " ("
                                + bound.subject().kind().label() + ") " + column.write(bound.estimate()))
                        .collect(Collectors.joining("\n"))
                + "\nFrom the trials of " + arm.key().group()
                + (arm.key().folder().isEmpty() ? "" : " in " + arm.key().folder()) + ".";
    }
}
