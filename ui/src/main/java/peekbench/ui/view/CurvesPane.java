package peekbench.ui.view;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import peekbench.ui.model.ResultViewModel;

/** Loss and accuracy over the epochs of the trial that is shown, drawn from the chart of the report. */
final class CurvesPane extends StackPane {
    CurvesPane(ResultViewModel model) {
        setId("curves");
        show(model.curvesProperty().get());
        model.curvesProperty().addListener((property, before, chart) -> show(chart));
    }

    private void show(Optional<JFreeChart> chart) {
        getChildren()
                .setAll(chart.<Node>map(ChartViewer::new)
                        .orElseGet(() -> new Label("No curves are stored for this trial.")));
    }
}
