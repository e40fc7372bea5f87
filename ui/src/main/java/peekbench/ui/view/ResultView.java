package peekbench.ui.view;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import peekbench.report.chart.Chart;
import peekbench.ui.model.ResultViewModel;

/** The window's content: a result folder's trials on the left, what was seen of one of them on the right. */
public final class ResultView extends BorderPane {
    private static final double TABLE_SHARE = 0.44;

    /** Binds to the model; the model decides. */
    public ResultView(ResultViewModel model) {
        setTop(bar(model));
        Tab gallery = new Tab("Reconstructions", new GalleryPane(model));
        TabPane tabs = new TabPane(gallery);
        for (Chart chart : Chart.values()) {
            tabs.getTabs().add(new Tab(chart.title(), new ChartPane(chart, model.chartProperty(chart))));
        }
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        BorderPane trials = new BorderPane(new TrialTable(model));
        trials.setBottom(new LackPane(model));
        SplitPane content = new SplitPane(trials, tabs);
        content.setDividerPositions(TABLE_SHARE);
        setCenter(content);
        setBottom(problem(model));
    }

    private static HBox bar(ResultViewModel model) {
        Button open = new Button("Open folder…");
        open.setId("open");
        open.getStyleClass().add(Styles.ACCENT);
        open.setOnAction(event -> model.chooseFolder());
        Button refresh = new Button("Refresh");
        refresh.setId("refresh");
        refresh.setOnAction(event -> model.refresh());
        refresh.disableProperty().bind(model.folderProperty().map(folder -> folder.isEmpty()));
        Label folder = new Label();
        folder.setId("folder");
        folder.textProperty()
                .bind(model.folderProperty()
                        .map(path -> path.map(Object::toString).orElse("Open a folder that peekbench run wrote.")));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        ProgressBar progress = new ProgressBar();
        progress.visibleProperty().bind(model.workingProperty());
        HBox bar = new HBox(10, open, refresh, folder, space, progress);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(10));
        return bar;
    }

    private static Label problem(ResultViewModel model) {
        Label problem = new Label();
        problem.setId("problem");
        problem.setWrapText(true);
        problem.setPadding(new Insets(8));
        problem.getStyleClass().add(Styles.DANGER);
        problem.textProperty().bind(model.problemProperty().map(text -> text.orElse("")));
        problem.visibleProperty().bind(Bindings.isNotEmpty(problem.textProperty()));
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }
}
