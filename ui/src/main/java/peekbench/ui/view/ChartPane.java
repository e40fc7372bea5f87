package peekbench.ui.view;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import peekbench.report.chart.Chart;

/** A chart of the report, or why there is none. */
final class ChartPane extends StackPane {
    private final String whenEmpty;

    ChartPane(Chart chart, ObservableValue<Optional<JFreeChart>> drawn) {
        this.whenEmpty = chart.whenEmpty();
        setId(chart.fileName());
        show(drawn.getValue());
        drawn.addListener((property, before, now) -> show(now));
    }

    private void show(Optional<JFreeChart> chart) {
        getChildren().setAll(chart.<Node>map(ChartViewer::new).orElseGet(() -> new Label(whenEmpty)));
    }
}
