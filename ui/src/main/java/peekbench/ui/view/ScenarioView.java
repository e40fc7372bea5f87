package peekbench.ui.view;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import peekbench.ui.model.ScenariosModel;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.run.RunState;
import peekbench.ui.model.run.RunWords;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.service.ScenarioFiles;
import peekbench.ui.service.run.RunRequest;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** Scenarios: the files, their text, and when asked their problems and plan. */
final class ScenarioView extends VBox {
    private final ScenariosModel model;
    private final Label problems = new Label();
    private final TextArea plan = new TextArea();
    private final Hyperlink added = new Hyperlink();

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
        Button add = Controls.button(window.commands().get("add-run"));
        Button copy = Controls.button(window.commands().get("new-scenario"));
        Button edit = new Button("Open in the editor");
        edit.setId("edit");
        edit.setOnAction(event -> model.selectedProperty().get().ifPresent(window.desk()::show));
        edit.disableProperty().bind(model.selectedProperty().map(Optional::isEmpty));
        Explain.with(edit, "Opens the file with the program that the system has for such files.");
        added.setId("added");
        added.setWrapText(true);
        added.setOnAction(event -> {
            added.setVisited(false);
            window.focus().change(now -> now.at(Place.RUNS));
        });
        window.runs().runsProperty().addListener((property, before, now) -> showRuns(window));
        window.runs().selectedProperty().addListener((property, before, now) -> showRuns(window));
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
        VBox right = new VBox(8, text, actions(check, add, copy, edit, working), problems, plan);
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
        model.lineProperty().addListener((property, before, now) -> now.ifPresent(line -> reveal(text, line)));
        show();
        showRuns(window);
    }

    /** On several lines where the window is narrow. */
    private FlowPane actions(Node... buttons) {
        FlowPane line = new FlowPane(10, 10, buttons);
        line.getChildren().add(added);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** Selects a line and scrolls to it. */
    private static void reveal(TextArea area, int line) {
        String[] lines = area.getText().split("\n", -1);
        int from = 0;
        for (int i = 0; i < Math.min(line, lines.length); i++) {
            from += lines[i].length() + 1;
        }
        area.selectRange(from, from + (line < lines.length ? lines[line].length() : 0));
        area.requestFocus();
    }

    /** Where the run of the file that is shown is. */
    private void showRuns(WindowModel window) {
        Optional<Path> file =
                model.selectedProperty().get().map(one -> one.toAbsolutePath().normalize());
        String text = window.runs().runsProperty().get().stream()
                .filter(run -> run.state().going() || run.state() == RunState.WAITING)
                .filter(run -> run.request()
                        .flatMap(RunRequest::scenario)
                        .filter(one -> file.filter(one::equals).isPresent())
                        .isPresent())
                .findFirst()
                .map(run -> run.state() == RunState.WAITING
                        ? "It waits, " + run.row().now() + " in Runs"
                        : "It is " + run.state().word() + ", "
                                + RunWords.percent(run.row().share()))
                .orElse("");
        added.setText(text);
        added.setVisible(!text.isEmpty());
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
