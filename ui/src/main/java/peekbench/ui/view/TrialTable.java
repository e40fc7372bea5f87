package peekbench.ui.view;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import peekbench.report.estimate.Column;
import peekbench.report.table.Cells;
import peekbench.ui.model.ResultViewModel;
import peekbench.ui.service.TrialSummary;

/** The trials of a folder, in the words and formats of the report; the selected row is the trial that is shown. */
final class TrialTable extends TableView<TrialSummary> {
    private static final String NUMBER_STYLE = "-fx-alignment: center-right;";

    TrialTable(ResultViewModel model) {
        super(model.trials());
        setId("trials");
        setPlaceholder(new Label("No finished trial here. Open a folder that peekbench run wrote."));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        addColumn(Cells.PROTOCOL, TrialSummary::protocol, 115);
        addColumn(Cells.CUT, TrialSummary::cut, 70);
        addColumn(Cells.ARM, TrialSummary::arm, 160);
        addColumn(Cells.SEED, row -> Long.toString(row.seed()), 65).setStyle(NUMBER_STYLE);
        addColumn(
                        Column.ACCURACY.heading(),
                        row -> row.failure().isPresent() ? "failed" : Cells.text(Column.ACCURACY, row.accuracy()),
                        95)
                .setStyle(NUMBER_STYLE);
        addColumn(Column.SSIM.heading(), row -> Cells.text(Column.SSIM, row.similarity()), 80)
                .setStyle(NUMBER_STYLE);

        int ours = getColumns().size();
        // Of the list that the table holds: one that nobody holds is collected, and its listeners with it.
        getItems().addListener((ListChangeListener<TrialSummary>) change -> {
            getColumns().remove(ours, getColumns().size());
            change.getList().stream()
                    .flatMap(row -> row.further().stream())
                    .map(TrialSummary.Figure::column)
                    .distinct()
                    .forEach(column -> addColumn(column.heading(), row -> Cells.text(column, row.further(column)), 80)
                            .setStyle(NUMBER_STYLE));
        });

        getSelectionModel().selectedItemProperty().addListener((property, before, row) -> {
            if (row != null) {
                model.selectedProperty().set(Optional.of(row));
            }
        });
        model.selectedProperty()
                .addListener((property, before, row) ->
                        row.ifPresentOrElse(getSelectionModel()::select, getSelectionModel()::clearSelection));
    }

    private TableColumn<TrialSummary, String> addColumn(
            String title, Function<TrialSummary, String> text, double width) {
        TableColumn<TrialSummary, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setPrefWidth(width);
        getColumns().add(column);
        return column;
    }
}
