package peekbench.ui.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import peekbench.query.ArmRow;
import peekbench.query.FilterKeys;
import peekbench.query.Order;
import peekbench.report.estimate.Column;
import peekbench.report.table.Cells;
import peekbench.ui.model.Terms;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.workspace.ArmWords;
import peekbench.ui.view.part.Explain;

/** The columns of arms: few and narrow beside pictures, all below charts. */
final class ArmColumns {
    private static final double PIN = 22;
    private static final double ARM = 146;
    private static final double ACCURACY = 78;
    private static final double LEAK = 82;

    private static final double IDENTIFIED = 112;

    private final WindowModel window;
    private final double em;

    /** @param em how much larger than usual text is */
    ArmColumns(WindowModel window, double em) {
        this.window = window;
        this.em = em;
    }

    /** Beside pictures: protocol, cut and seeds stand below the arm. */
    List<TableColumn<Optional<ArmRow>, ?>> narrow() {
        return List.of(pin(), arm(this::below), accuracy(), leak());
    }

    /** Below charts. */
    List<TableColumn<Optional<ArmRow>, ?>> wide() {
        return List.of(
                pin(),
                text("Protocol", FilterKeys.PROTOCOL.meaning(), Order.By.PROTOCOL, ArmRow::protocol, 190),
                text("Cut", Terms.meaning("cut").orElse(""), Order.By.CUT, ArmRow::cut, 80),
                arm(row -> ""),
                text("Seeds", Terms.meaning("seed").orElse(""), Order.By.STATUS, ArmWords::seeds, 120),
                accuracy(),
                leak(),
                identified(),
                text(
                        "Attack",
                        "The attack to which most leaked. "
                                + Terms.meaning("attack").orElse(""),
                        Optional.empty(),
                        row -> row.leak().map(ArmRow.Leak::attack).orElse(""),
                        150),
                text("Scenario", FilterKeys.SCENARIO.meaning(), Order.By.SCENARIO, ArmRow::scenario, 150));
    }

    private TableColumn<Optional<ArmRow>, ?> pin() {
        TableColumn<Optional<ArmRow>, Optional<ArmRow>> pin = column("", Optional.empty(), PIN);
        pin.setCellFactory(column -> new PinCell(window));
        pin.setMaxWidth(PIN);
        pin.setMinWidth(PIN);
        return pin;
    }

    private TableColumn<Optional<ArmRow>, ?> arm(Function<ArmRow, String> below) {
        TableColumn<Optional<ArmRow>, Optional<ArmRow>> arm = column(Cells.ARM, Optional.of(Order.By.ARM), ARM);
        arm.setCellFactory(
                column -> new ArmCell(ArmRow::arm, below, window.arms().facetsProperty()));
        explain(
                arm,
                Terms.meaning("arm").orElse("")
                        + " Below it: protocol and cut where they vary, and seeds that completed, of all. "
                        + Terms.meaning("seed").orElse(""));
        return arm;
    }

    private TableColumn<Optional<ArmRow>, ?> accuracy() {
        TableColumn<Optional<ArmRow>, Optional<ArmRow>> accuracy =
                column(Column.ACCURACY.heading(), Optional.of(Order.By.ACCURACY), ACCURACY);
        accuracy.setCellFactory(column -> new AccuracyCell(window));
        accuracy.setMinWidth(ACCURACY * em);
        accuracy.setMaxWidth(130 * em);
        explain(accuracy, Column.ACCURACY.meaning());
        return accuracy;
    }

    private TableColumn<Optional<ArmRow>, ?> leak() {
        Column measured = window.arms().measureProperty().get().column();
        TableColumn<Optional<ArmRow>, Optional<ArmRow>> leak =
                column(measured.heading(), Optional.of(Order.By.LEAK), LEAK);
        leak.setCellFactory(column -> new LeakCell(window));
        leak.setMaxWidth(120 * em);
        leak.setMinWidth(LEAK * em);
        explain(
                leak,
                measured.meaning()
                        + " Of the strongest attack on unseen records. Marks: floors and ceilings dark, references yellow.");
        return leak;
    }

    private TableColumn<Optional<ArmRow>, ?> identified() {
        TableColumn<Optional<ArmRow>, ?> identified = text(
                Column.REIDENTIFICATION.heading(),
                Column.REIDENTIFICATION.meaning() + " Of the attack that finds most unseen records.",
                Optional.empty(),
                ArmWords::identified,
                IDENTIFIED);
        identified.setMinWidth(IDENTIFIED * em);
        return identified;
    }

    private TableColumn<Optional<ArmRow>, ?> text(
            String title, String meaning, Order.By by, Function<ArmRow, String> text, double width) {
        return text(title, meaning, Optional.of(by), text, width);
    }

    private TableColumn<Optional<ArmRow>, ?> text(
            String title, String meaning, Optional<Order.By> by, Function<ArmRow, String> text, double width) {
        TableColumn<Optional<ArmRow>, Optional<ArmRow>> column = column(title, by, width);
        column.setCellFactory(
                unused -> new ArmCell(text, row -> "", window.arms().facetsProperty()));
        explain(column, meaning);
        return column;
    }

    /** Protocol and cut where they vary, and the seeds. */
    private String below(ArmRow row) {
        return (window.arms().varies(FilterKeys.PROTOCOL) ? row.protocol() + " \u00b7 " : "")
                + (window.arms().varies(FilterKeys.CUT) ? row.cut() + " \u00b7 " : "")
                + ArmWords.seeds(row);
    }

    private TableColumn<Optional<ArmRow>, Optional<ArmRow>> column(String title, Optional<Order.By> by, double width) {
        TableColumn<Optional<ArmRow>, Optional<ArmRow>> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setPrefWidth(width * em);
        column.setUserData(by);
        column.setSortable(by.isPresent());
        column.setReorderable(false);
        return column;
    }

    private static void explain(TableColumn<?, ?> column, String text) {
        Label heading = Explain.with(new Label(column.getText()), text);
        column.setText("");
        column.setGraphic(heading);
    }
}
