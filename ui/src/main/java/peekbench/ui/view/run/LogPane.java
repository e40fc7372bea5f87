package peekbench.ui.view.run;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.run.LogLevel;
import peekbench.ui.model.run.LogLine;
import peekbench.ui.model.run.StoryModel;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** The log of what is chosen. It shows its end until somebody scrolls away from it. */
final class LogPane extends VBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final double AT_END = .999;

    private final ListView<LogLine> list;
    private final Button end = new Button("To the end");
    private boolean following = true;

    LogPane(WindowModel window) {
        super(4);
        StoryModel story = window.runs().story();
        setId("log-pane");
        getStyleClass().add("story");
        list = new ListView<>(story.lines());
        list.setId("log");
        list.setAccessibleText("Log");
        list.getStyleClass().add("log");
        list.setCellFactory(view -> new LineCell());
        list.setPlaceholder(Controls.muted("No line yet."));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        VBox.setVgrow(list, Priority.ALWAYS);
        TextField filter = new TextField();
        filter.setId("log-filter");
        filter.setPromptText("Find in the log");
        filter.textProperty().bindBidirectional(story.filterProperty());
        Explain.with(filter, "Shows only lines that have this text.");
        end.setId("log-end");
        end.setOnAction(event -> {
            following = true;
            follow();
        });
        Explain.with(end, "Shows the newest line, and those that come.");
        HBox.setHgrow(filter, Priority.ALWAYS);
        HBox head = new HBox(
                8,
                Controls.segments(
                        "log-level",
                        List.of(LogLevel.values()),
                        LogLevel::title,
                        LogLevel::meaning,
                        story.levelProperty()),
                filter,
                end);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, list);
        story.lines().addListener((ListChangeListener<LogLine>) change -> {
            if (story.lines().isEmpty()) {
                following = true;
            }
            follow();
        });
        list.heightProperty().addListener((property, before, now) -> Platform.runLater(this::follow));
        list.addEventFilter(ScrollEvent.ANY, event -> Platform.runLater(this::judge));
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> Platform.runLater(this::judge));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.C && !event.isShiftDown()) {
                window.desk()
                        .copy(list.getSelectionModel().getSelectedItems().stream()
                                .map(LogPane::written)
                                .collect(Collectors.joining("\n")));
                event.consume();
            }
            Platform.runLater(this::judge);
        });
        end.setDisable(true);
    }

    private void follow() {
        if (following && !list.getItems().isEmpty()) {
            list.scrollTo(list.getItems().size() - 1);
        }
        end.setDisable(following);
    }

    /** Whoever scrolls back to the end follows again. */
    private void judge() {
        following = list.lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL && bar.isVisible())
                .allMatch(bar -> bar.getValue() >= AT_END * bar.getMax());
        end.setDisable(following);
    }

    private static String written(LogLine line) {
        return TIME.format(line.at()) + "  " + line.text();
    }

    private static final class LineCell extends ListCell<LogLine> {
        private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

        @Override
        protected void updateItem(LogLine line, boolean empty) {
            super.updateItem(line, empty);
            boolean none = empty || line == null;
            setText(none ? "" : written(line));
            pseudoClassStateChanged(FAILED, !none && line.level() == LogLevel.PROBLEMS);
            Explain.with(this, none ? "" : line.text());
        }
    }
}
