package peekbench.ui.view;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import peekbench.report.chart.Chart;

/** A chart of the report, or why there is none. */
final class ChartPane extends StackPane {
    ChartPane(Chart chart) {
        setId(chart.fileName());
        show(chart, Optional.empty());
    }

    void show(Chart chart, Optional<JFreeChart> drawn) {
        if (drawn.isPresent()) {
            ChartViewer viewer = new ChartViewer(drawn.get());
            viewer.setAccessibleText(chart.caption());
            getChildren().setAll(viewer);
            return;
        }
        Label why = new Label(chart.whenEmpty());
        why.setWrapText(true);
        why.getStyleClass().add("empty");
        getChildren().setAll(why);
    }
}
