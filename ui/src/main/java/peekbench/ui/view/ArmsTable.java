package peekbench.ui.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.application.Platform;
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
import peekbench.query.Measure;
import peekbench.query.Order;
import peekbench.report.estimate.Column;
import peekbench.ui.model.Terms;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.workspace.ArmWords;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** The arms that the filter lets pass; the selected row is the current arm. */
final class ArmsTable extends TableView<Optional<ArmRow>> {
    private final WindowModel window;
    private boolean wide;
    private double textScale = 1;
    private Measure shown = Measure.SSIM;
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
        arrange(false, 1);
        window.arms().countsProperty().addListener((property, before, now) -> showCurrent());
        window.focus().currentProperty().addListener((property, before, now) -> showCurrent());
        window.arms().measureProperty().addListener((property, before, now) -> arrange(wide, textScale));
        window.focus().brushedProperty().addListener((property, before, now) -> brush());
        window.arms().boundsProperty().addListener((property, before, now) -> explain());
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

    /**
     * Chooses the columns.
     *
     * @param all as below charts, or few as beside pictures
     * @param em how much larger than usual text is
     */
    void arrange(boolean all, double em) {
        Measure measure = window.arms().measureProperty().get();
        if (getColumns().isEmpty() || all != wide || em != textScale || !measure.equals(shown)) {
            wide = all;
            shown = measure;
            textScale = em;
            ArmColumns columns = new ArmColumns(window, em);
            getColumns().setAll(all ? columns.wide() : columns.narrow());
        }
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

    /** What F1 says of the table: where the figures of the current arm are from. */
    private void explain() {
        Optional<ArmRow> current = window.focus()
                .get()
                .arm()
                .flatMap(key -> window.arms().find(row -> row.key().equals(key)));
        Optional<Path> root = window.workspace().folderProperty().get();
        Column column = window.arms().measureProperty().get().column();
        Explain.ofFocus(
                this,
                current.map(row -> row.arm() + "\n\n" + Column.ACCURACY.heading() + " "
                                + ArmWords.accuracy(row, root) + "\n\n" + column.heading() + " "
                                + ArmWords.leak(
                                        row,
                                        column,
                                        ArmWords.boundsOf(
                                                window.arms().boundsOf(row),
                                                row.leak()
                                                        .map(ArmRow.Leak::attack)
                                                        .orElse("")),
                                        root))
                        .orElse(Terms.meaning("arm").orElse("")));
    }

    private void showCurrent() {
        explain();
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
                .map(row -> row.arm() + " " + ArmWords.seeds(row))
                .collect(Collectors.toList());
    }
}
