package peekbench.ui.view;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import peekbench.query.Counts;
import peekbench.ui.model.WindowModel;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** What runs, and whether all results are known. */
final class StatusBar extends HBox {
    private final WindowModel window;
    private final Label message = new Label();
    private final Label index = Controls.muted("");
    private final ProgressIndicator working = new ProgressIndicator();

    StatusBar(WindowModel window) {
        super(8);
        this.window = window;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        message.setId("status");
        index.setId("index");
        working.setPrefSize(14, 14);
        working.setMaxSize(14, 14);
        working.setAccessibleText("working");
        getChildren().setAll(message, Controls.space(), working, index);
        window.workspace().problemProperty().addListener((property, before, now) -> show());
        window.workspace().openingProperty().addListener((property, before, now) -> show());
        window.workspace().updatingProperty().addListener((property, before, now) -> show());
        window.look().workingProperty().addListener((property, before, now) -> show());
        window.arms().countsProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        Optional<String> problem = window.workspace().problemProperty().get();
        Counts counts = window.arms().countsProperty().get();
        boolean updating = window.workspace().updatingProperty().get();
        boolean opening = window.workspace().openingProperty().get();
        working.setVisible(
                updating || opening || window.look().workingProperty().get());
        message.getStyleClass().remove("failure");
        if (problem.isPresent()) {
            message.getStyleClass().add("failure");
            message.setText(problem.get());
        } else if (counts.trials() == 0) {
            message.setText(opening ? "Opening\u2026" : "");
        } else {
            message.setText(counts.completed() + " trials completed"
                    + (counts.failed() > 0 ? ", " + counts.failed() + " failed" : "")
                    + (counts.unreadable() > 0 ? ", " + counts.unreadable() + " cannot be read" : ""));
        }
        Explain.with(message, message.getText().isEmpty() ? "Nothing to tell." : message.getText());
        boolean open = window.workspace().folderProperty().get().isPresent();
        index.setText(updating ? "looking for new trials\u2026" : open ? "index up to date" : "");
    }
}
