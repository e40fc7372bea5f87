package peekbench.ui.view;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import peekbench.report.chart.Chart;
import peekbench.report.chart.ChartTheme;
import peekbench.ui.model.CompareModel;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Ink;

/** Compare: the report's charts over the arms that the filter lets pass, and the arms below. */
final class CompareView extends VBox {
    private final Map<Chart, ChartPane> panes = new EnumMap<>(Chart.class);
    private final Label problem = new Label();
    private final ProgressIndicator working = new ProgressIndicator();

    private final WindowModel window;
    private final Label saved = Controls.muted("");

    CompareView(WindowModel window) {
        super(8);
        this.window = window;
        setId("compare");
        setPadding(new Insets(8, 12, 8, 12));
        Label title = new Label(Place.COMPARE.question());
        title.getStyleClass().add("title");
        working.setPrefSize(16, 16);
        problem.getStyleClass().add("failure");
        problem.setWrapText(true);
        TabPane tabs = new TabPane();
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (Chart chart : Chart.values()) {
            ChartPane pane = new ChartPane(chart);
            panes.put(chart, pane);
            Label caption = Controls.muted(chart.caption());
            VBox body = new VBox(4, caption, pane);
            body.setPadding(new Insets(6, 0, 0, 0));
            VBox.setVgrow(pane, Priority.ALWAYS);
            Tab tab = new Tab(chart.title(), body);
            tab.setOnSelectionChanged(event -> {
                if (tab.isSelected()) {
                    window.compare().frontProperty().set(chart);
                }
            });
            tabs.getTabs().add(tab);
        }
        VBox.setVgrow(tabs, Priority.ALWAYS);
        saved.setId("saved");
        HBox head = new HBox(
                10,
                title,
                working,
                Controls.space(),
                saved,
                Controls.button(window.commands().get("save-figure")));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, problem, tabs);
        window.appearance()
                .settingsProperty()
                .addListener((property, before, now) ->
                        panes.values().forEach(pane -> pane.paint(Ink.of(now).charts())));
        window.compare().savedProperty().addListener((property, before, now) -> saved.setText(now.orElse("")));
        window.compare().drawnProperty().addListener((property, before, now) -> show(now));
        working.visibleProperty().bind(window.compare().workingProperty());
        show(window.compare().drawnProperty().get());
    }

    private void show(CompareModel.Drawn drawn) {
        problem.setText(drawn.problem().orElse(""));
        problem.setManaged(drawn.problem().isPresent());
        ChartTheme theme = Ink.of(window.appearance().settingsProperty().get()).charts();
        panes.forEach((chart, pane) ->
                pane.show(chart, Optional.ofNullable(drawn.charts().get(chart)), theme));
    }
}
