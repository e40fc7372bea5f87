package peekbench.ui.view;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import peekbench.ui.model.ResultViewModel;
import peekbench.ui.service.TrialSummary;

/** The trials of a folder; the selected row is the trial that is shown. */
final class TrialTable extends TableView<TrialSummary> {
    private static final String NUMBER_STYLE = "-fx-alignment: center-right;";

    TrialTable(ResultViewModel model) {
        super(model.trials());
        setId("trials");
        setPlaceholder(new Label("No finished trial here. Open a folder that peekbench run wrote."));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        addColumn("Protocol", TrialSummary::protocol, 115);
        addColumn("Cut", TrialSummary::cut, 70);
        addColumn("Defense", TrialSummary::arm, 160);
        addColumn("Seed", row -> Long.toString(row.seed()), 65).setStyle(NUMBER_STYLE);
        addColumn("Accuracy", row -> row.failure().isPresent() ? "failed" : percent(row.accuracy()), 95)
                .setStyle(NUMBER_STYLE);
        addColumn("SSIM", row -> decimals(row.similarity()), 70).setStyle(NUMBER_STYLE);

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

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble()) : "–";
    }

    private static String decimals(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "–";
    }
}
