package peekbench.ui.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import peekbench.query.ArmRow;
import peekbench.query.FilterKeys;
import peekbench.query.Order;
import peekbench.report.estimate.Column;
import peekbench.report.table.Cells;
import peekbench.ui.model.Terms;
import peekbench.ui.model.WindowModel;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** The arms that the filter lets pass; the selected row is the current arm. */
final class ArmsTable extends TableView<Optional<ArmRow>> {
    private final WindowModel window;
    private boolean selecting;

    ArmsTable(WindowModel window) {
        super(window.arms().rows());
        this.window = window;
        setId("arms");
        setAccessibleText("Arms");
        getStyleClass().add("arms");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(""));
        setRowFactory(table -> row());
        TableColumn<Optional<ArmRow>, Optional<ArmRow>> pin = column("", Optional.empty(), 26);
        pin.setCellFactory(column -> new PinCell(window));
        pin.setMaxWidth(26);
        pin.setMinWidth(26);
        TableColumn<Optional<ArmRow>, Optional<ArmRow>> arm = column(Cells.ARM, Optional.of(Order.By.ARM), 112);
        arm.setCellFactory(column -> new ArmCell(row -> row.arm(), this::below));
        explain(
                arm,
                Terms.meaning("arm").orElse("")
                        + " Below it: protocol and cut where they vary, and seeds that completed, of all. "
                        + Terms.meaning("seed").orElse(""));
        TableColumn<Optional<ArmRow>, Optional<ArmRow>> accuracy =
                column(Column.ACCURACY.heading(), Optional.of(Order.By.ACCURACY), 78);
        accuracy.setCellFactory(column -> new AccuracyCell());
        accuracy.setMinWidth(78);
        accuracy.setMaxWidth(110);
        explain(accuracy, Column.ACCURACY.meaning());
        TableColumn<Optional<ArmRow>, Optional<ArmRow>> leak =
                column(window.arms().measureProperty().get().column().heading(), Optional.of(Order.By.LEAK), 92);
        leak.setCellFactory(column -> new LeakCell(window));
        leak.setMaxWidth(120);
        leak.setMinWidth(92);
        explain(
                leak,
                window.arms().measureProperty().get().column().meaning()
                        + " Of the strongest attack on unseen records. Marks: floors and ceilings dark, references yellow.");
        getColumns().setAll(List.of(pin, arm, accuracy, leak));
        window.arms().facetsProperty().addListener((property, before, now) -> refresh());
        window.arms().countsProperty().addListener((property, before, now) -> showCurrent());
        window.focus().currentProperty().addListener((property, before, now) -> {
            showCurrent();
            if (!before.pins().equals(now.pins())) {
                refresh();
            }
        });
        window.focus().brushedProperty().addListener((property, before, now) -> brush());
        window.arms().boundsProperty().addListener((property, before, now) -> refresh());
        getSelectionModel().selectedItemProperty().addListener((property, before, row) -> choose(row));
        setSortPolicy(table -> {
            sort(table.getSortOrder());
            return true;
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                window.focus().get().arm().ifPresent(window.look()::look);
                event.consume();
            }
        });
    }

    /** Protocol and cut where they vary, and the seeds. */
    private String below(ArmRow row) {
        return (window.arms().varies(FilterKeys.PROTOCOL) ? row.protocol() + " \u00b7 " : "")
                + (window.arms().varies(FilterKeys.CUT) ? row.cut() + " \u00b7 " : "")
                + seeds(row);
    }

    private static String seeds(ArmRow row) {
        int all = row.completed() + row.failed();
        String failed = row.failed() == 0 ? "" : row.completed() == 0 ? ", failed" : ", " + row.failed() + " failed";
        String seeds = all == 1 ? "1 seed" : row.completed() + "/" + all + " seeds";
        return seeds + failed;
    }

    private TableColumn<Optional<ArmRow>, Optional<ArmRow>> column(String title, Optional<Order.By> by, double width) {
        TableColumn<Optional<ArmRow>, Optional<ArmRow>> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setPrefWidth(width);
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

    /** The archive sorts, not the table, which holds no more than pages. */
    private void sort(List<TableColumn<Optional<ArmRow>, ?>> by) {
        Order order = by.stream()
                .findFirst()
                .flatMap(column -> column.getUserData() instanceof Optional<?> key && key.isPresent()
                        ? Optional.of(new Order(
                                key.map(Order.By.class::cast), column.getSortType() == TableColumn.SortType.DESCENDING))
                        : Optional.<Order>empty())
                .orElse(Order.OF_REPORTS);
        window.arms().orderProperty().set(order);
    }

    private void choose(Optional<ArmRow> row) {
        if (!selecting && row != null && row.isPresent()) {
            window.focus().change(now -> now.onArm(row.get().key()));
        }
    }

    private void showCurrent() {
        int at = window.arms().indexOf(window.focus().get().arm());
        if (at == getSelectionModel().getSelectedIndex()) {
            return;
        }
        selecting = true;
        if (at < 0) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().select(at);
            Platform.runLater(() -> reveal(at));
        }
        selecting = false;
    }

    /** Scrolls only when the row is not seen, so that nothing moves under the pointer. */
    private void reveal(int row) {
        boolean seen = lookupAll(".table-row-cell").stream()
                .anyMatch(cell -> cell instanceof TableRow<?> one
                        && one.getIndex() == row
                        && one.getLayoutY() >= 0
                        && one.getLayoutY() + one.getHeight() <= getHeight());
        if (!seen && row < getItems().size()) {
            scrollTo(row);
        }
    }

    private TableRow<Optional<ArmRow>> row() {
        TableRow<Optional<ArmRow>> row = new TableRow<>();
        row.addEventHandler(
                MouseEvent.MOUSE_ENTERED,
                event -> window.focus()
                        .brushedProperty()
                        .set(Optional.ofNullable(row.getItem())
                                .flatMap(Function.identity())
                                .map(ArmRow::key)));
        row.addEventHandler(
                MouseEvent.MOUSE_EXITED,
                event -> window.focus().brushedProperty().set(Optional.empty()));
        row.setOnMouseClicked(event -> {
            Optional<ArmRow> arm = Optional.ofNullable(row.getItem()).flatMap(Function.identity());
            if (event.getButton() == MouseButton.PRIMARY && arm.isPresent()) {
                if (event.isShortcutDown()) {
                    window.focus().change(now -> now.pinnedOrNot(arm.get().key()));
                } else if (event.getClickCount() == 2) {
                    window.look().look(arm.get().key());
                }
            }
        });
        ContextMenu menu = new ContextMenu();
        for (String command : List.of("pin", "place-compare", "copy-command", "copy-link", "show-folder")) {
            menu.getItems().add(Controls.item(window.commands().get(command)));
        }
        row.setContextMenu(menu);
        return row;
    }

    private void brush() {
        Optional<ArmRow.Key> brushed = window.focus().brushedProperty().get();
        lookupAll(".table-row-cell").forEach(node -> {
            if (node instanceof TableRow<?> row) {
                boolean lit = row.getItem() instanceof Optional<?> item
                        && item.isPresent()
                        && item.get() instanceof ArmRow arm
                        && brushed.filter(arm.key()::equals).isPresent();
                row.pseudoClassStateChanged(PseudoClass.getPseudoClass("brushed"), lit);
            }
        });
    }

    /** What the table says of its rows, for tests and screen readers. */
    List<String> texts() {
        return window.arms().rows().present().stream()
                .map(row -> row.arm() + " " + seeds(row))
                .collect(Collectors.toList());
    }
}
