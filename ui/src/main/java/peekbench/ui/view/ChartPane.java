package peekbench.ui.view;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import peekbench.report.chart.Chart;
import peekbench.report.chart.ChartTheme;

/** A chart of the report, or why there is none. */
final class ChartPane extends StackPane {
    private Optional<JFreeChart> shown = Optional.empty();

    ChartPane(Chart chart) {
        setId(chart.fileName());
        show(chart, Optional.empty(), ChartTheme.PAPER);
    }

    void show(Chart chart, Optional<JFreeChart> drawn, ChartTheme theme) {
        shown = drawn;
        paint(theme);
        if (drawn.isPresent()) {
            ChartViewer viewer = new ChartViewer(drawn.get(), false); // its menu would save what is on the screen
            viewer.setAccessibleText(chart.caption());
            getChildren().setAll(viewer);
            return;
        }
        Label why = new Label(chart.whenEmpty());
        why.setWrapText(true);
        why.getStyleClass().add("empty");
        getChildren().setAll(why);
    }

    /** Gives the chart that is shown another theme. */
    void paint(ChartTheme theme) {
        shown.ifPresent(theme::paint);
    }
}
