package peekbench.ui.view;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import peekbench.ui.model.ScenariosModel;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.service.ScenarioFiles;
import peekbench.ui.view.part.Explain;

/** Scenarios: the files, their text, and when asked their problems and plan. */
final class ScenarioView extends VBox {
    private final ScenariosModel model;
    private final Label problems = new Label();
    private final TextArea plan = new TextArea();

    ScenarioView(WindowModel window) {
        super(8);
        this.model = window.scenarios();
        setId("scenarios");
        setPadding(new Insets(8, 12, 8, 12));
        Label title = new Label(Place.SCENARIOS.question());
        title.getStyleClass().add("title");
        ListView<Path> files = files();
        TextArea text = new TextArea();
        text.setId("scenario-text");
        text.setEditable(false);
        text.getStyleClass().add("code");
        text.textProperty().bind(model.textProperty());
        Button check = new Button("Check and plan");
        check.setId("check");
        check.setOnAction(event -> model.check());
        check.disableProperty().bind(model.selectedProperty().map(Optional::isEmpty));
        Explain.with(
                check,
                "Finds all mistakes and says what a run would do and take, in a process of its own. It reads the data, and"
                        + " fetches those that are not there.");
        ProgressIndicator working = new ProgressIndicator();
        working.setPrefSize(16, 16);
        working.visibleProperty().bind(model.checkingProperty());
        problems.setId("problems");
        problems.setWrapText(true);
        problems.getStyleClass().add("failure");
        plan.setId("plan");
        plan.setEditable(false);
        plan.setPrefRowCount(8);
        plan.getStyleClass().add("code");
        VBox right = new VBox(8, text, new HBox(10, check, working), problems, plan);
        VBox.setVgrow(text, Priority.ALWAYS);
        SplitPane split = new SplitPane(files, right);
        split.setDividerPositions(.26);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().setAll(title, split);
        model.checkProperty().addListener((property, before, now) -> show());
        model.problemProperty().addListener((property, before, now) -> show());
        model.selectedProperty().addListener((property, before, now) -> {
            now.ifPresent(files.getSelectionModel()::select);
            show();
        });
        show();
    }

    private ListView<Path> files() {
        ListView<Path> files = new ListView<>(model.files());
        files.setId("scenario-files");
        files.setPlaceholder(new Label("This workspace has no folder scenarios."));
        files.setCellFactory(list -> new ListCell<>() {
            @Override
            protected void updateItem(Path file, boolean empty) {
                super.updateItem(file, empty);
                setText(empty || file == null ? "" : name(file));
            }
        });
        files.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> model.selectedProperty().set(Optional.ofNullable(now)));
        return files;
    }

    private static String name(Path file) {
        int count = file.getNameCount();
        int from = count;
        while (from > 0 && !file.getName(from - 1).toString().equals("scenarios")) {
            from--;
        }
        return file.subpath(Math.min(from, count - 1), count).toString().replace(".yaml", "");
    }

    private void show() {
        Optional<ScenarioFiles.Check> check = model.checkProperty().get();
        String mistakes = model.problemProperty()
                .get()
                .orElseGet(() ->
                        check.map(one -> String.join("\n", one.problems())).orElse(""));
        problems.setText(mistakes);
        problems.setManaged(!mistakes.isEmpty());
        plan.setText(check.map(one -> String.join("\n", one.plan())).orElse(""));
        plan.setVisible(!plan.getText().isEmpty());
        plan.setManaged(!plan.getText().isEmpty());
    }
}
