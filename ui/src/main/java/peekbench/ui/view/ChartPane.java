package peekbench.ui.view;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;

/** A chart of the report, or why there is none. */
final class ChartPane extends StackPane {
    private final String whenEmpty;

    ChartPane(String id, ObservableValue<Optional<JFreeChart>> chart, String whenEmpty) {
        this.whenEmpty = whenEmpty;
        setId(id);
        show(chart.getValue());
        chart.addListener((property, before, now) -> show(now));
    }

    private void show(Optional<JFreeChart> chart) {
        getChildren().setAll(chart.<Node>map(ChartViewer::new).orElseGet(() -> new Label(whenEmpty)));
    }
}
