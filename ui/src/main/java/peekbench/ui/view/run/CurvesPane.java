package peekbench.ui.view.run;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.run.TrialCurves;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Ink;

/** The training of the chosen trial as it goes on: accuracy, losses, what a defense adds to the loss. */
final class CurvesPane extends VBox {
    private final WindowModel window;
    private final Label title = Controls.muted("");
    private final HBox panels = new HBox(4);

    CurvesPane(WindowModel window) {
        super(4);
        this.window = window;
        setId("curves");
        title.setId("curves-title");
        title.setWrapText(true);
        VBox.setVgrow(panels, Priority.ALWAYS);
        getStyleClass().add("story");
        getChildren().setAll(title, panels);
        window.runs().story().curvesProperty().addListener((property, before, now) -> show(now));
        window.appearance()
                .settingsProperty()
                .addListener((property, before, now) ->
                        show(window.runs().story().curvesProperty().get()));
        show(window.runs().story().curvesProperty().get());
    }

    private void show(TrialCurves curves) {
        String trial = curves.trial().orElse("");
        if (curves.epochs().isEmpty()) {
            title.setText(trial.isEmpty() ? "Choose a trial to see its curves." : trial + ": no epoch has ended yet.");
            panels.getChildren().clear();
            return;
        }
        title.setText(trial);
        Ink ink = Ink.of(window.appearance().settingsProperty().get());
        List<JFreeChart> charts = new EpochCharts(curves, ink).all();
        while (panels.getChildren().size() > charts.size()) {
            panels.getChildren().remove(panels.getChildren().size() - 1);
        }
        for (int i = 0; i < charts.size(); i++) {
            if (i == panels.getChildren().size()) {
                panels.getChildren().add(panel(charts.get(i)));
            } else if (panels.getChildren().get(i) instanceof Pane pane
                    && pane.getChildren().get(0) instanceof ChartCanvas canvas) {
                canvas.setChart(charts.get(i));
            }
        }
        setAccessibleText(EpochCharts.words(curves));
    }

    private static Pane panel(JFreeChart chart) {
        ChartCanvas canvas = new ChartCanvas(chart);
        Pane pane = new Pane(canvas);
        canvas.widthProperty().bind(pane.widthProperty());
        canvas.heightProperty().bind(pane.heightProperty());
        pane.setMinSize(0, 0);
        pane.setPrefWidth(1);
        HBox.setHgrow(pane, Priority.ALWAYS);
        return pane;
    }
}
