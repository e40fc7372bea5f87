package peekbench.ui.view.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import peekbench.report.estimate.Column;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.run.RowKey;
import peekbench.ui.model.run.RunRow;
import peekbench.ui.model.run.RunState;
import peekbench.ui.model.run.RunView;
import peekbench.ui.view.part.Explain;

/** Runs and their trials. Rows keep their items as long as they are there, so that nothing unfolds, folds or moves by itself. */
final class RunTable extends TreeTableView<RunRow> {
    /** Of runs with more trials, these are folded at first. */
    private static final int MOST_UNFOLDED = 60;

    private static final double ROW = 2.3;

    private final WindowModel window;
    private final TreeItem<RunRow> top = new TreeItem<>();
    private final Map<RowKey, TreeItem<RunRow>> items = new HashMap<>();
    private boolean selecting;

    RunTable(WindowModel window) {
        this.window = window;
        setId("run-table");
        setAccessibleText("Runs and their trials");
        getStyleClass().add("run-table");
        setRoot(top);
        setShowRoot(false);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        setRowFactory(table -> new RunTableRow(window));
        TreeTableColumn<RunRow, RunRow> title = column("Run / trial", "What is run, and its trials.", 260, 140);
        title.setCellFactory(column -> new RunCell(RunRow::title));
        TreeTableColumn<RunRow, RunRow> now =
                column("Now", "What is being done, or the first line of what went wrong.", 330, 120);
        now.setCellFactory(column -> new RunCell(RunRow::now));
        TreeTableColumn<RunRow, RunRow> done = column("Done", "The share that is done.", 110, 70);
        done.setCellFactory(column -> new ShareCell());
        getColumns()
                .setAll(List.of(
                        title,
                        text("State", "How it is.", 100, RunRow::state, false),
                        now,
                        done,
                        text(
                                Column.ACCURACY.heading(),
                                "After the last epoch. " + Column.ACCURACY.meaning(),
                                86,
                                RunRow::accuracy,
                                true),
                        text(
                                "Left",
                                "About how long it goes on: its open share times what trials like it took.",
                                84,
                                RunRow::left,
                                true),
                        text("Took", "How long it has gone on, or went on.", 84, RunRow::took, true)));
        window.runs().runsProperty().addListener((property, before, shown) -> show(shown));
        window.runs().selectedProperty().addListener((property, before, key) -> select(key));
        getSelectionModel().selectedItemProperty().addListener((property, before, item) -> {
            if (!selecting && item != null && item.getValue() != null) {
                window.runs().selectedProperty().set(Optional.of(item.getValue().key()));
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                window.actions().look();
                event.consume();
            }
        });
        window.appearance().settingsProperty().addListener((property, before, settings) -> size());
        size();
        show(window.runs().runsProperty().get());
    }

    private void size() {
        setFixedCellSize(ROW * window.appearance().settingsProperty().get().textSize());
    }

    private TreeTableColumn<RunRow, RunRow> column(String title, String meaning, double width, double least) {
        TreeTableColumn<RunRow, RunRow> column = new TreeTableColumn<>();
        column.setGraphic(Explain.with(new Label(title), meaning));
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private TreeTableColumn<RunRow, RunRow> text(
            String title, String meaning, double width, Function<RunRow, Object> text, boolean number) {
        TreeTableColumn<RunRow, RunRow> column = column(title, meaning, width, width * .8);
        column.setMaxWidth(width * 1.4);
        column.setCellFactory(any -> new RunCell(row -> written(text.apply(row)), number));
        return column;
    }

    private static String written(Object value) {
        return value instanceof RunState state ? state.word() : value.toString();
    }

    private void show(List<RunView> runs) {
        Map<RowKey, TreeItem<RunRow>> kept = new HashMap<>();
        List<TreeItem<RunRow>> wanted = new ArrayList<>();
        selecting = true;
        for (RunView run : runs) {
            TreeItem<RunRow> item = item(run.row(), kept);
            List<TreeItem<RunRow>> trials = new ArrayList<>();
            run.trials().forEach(trial -> trials.add(item(trial, kept)));
            boolean first = item.getChildren().isEmpty();
            if (!item.getChildren().equals(trials)) {
                item.getChildren().setAll(trials);
            }
            if (first && run.state().going() && trials.size() <= MOST_UNFOLDED) {
                item.setExpanded(true);
            }
            wanted.add(item);
        }
        items.clear();
        items.putAll(kept);
        if (!top.getChildren().equals(wanted)) {
            top.getChildren().setAll(wanted);
        }
        selecting = false;
        select(window.runs().selectedProperty().get());
    }

    private TreeItem<RunRow> item(RunRow row, Map<RowKey, TreeItem<RunRow>> kept) {
        TreeItem<RunRow> item = items.computeIfAbsent(row.key(), key -> new TreeItem<>());
        if (!row.equals(item.getValue())) {
            item.setValue(row);
        }
        kept.put(row.key(), item);
        return item;
    }

    private void select(Optional<RowKey> key) {
        Optional<TreeItem<RunRow>> item = key.flatMap(one -> Optional.ofNullable(items.get(one)));
        if (item.equals(Optional.ofNullable(getSelectionModel().getSelectedItem()))) {
            return;
        }
        selecting = true;
        if (item.isEmpty()) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().select(item.get());
        }
        selecting = false;
    }
}
