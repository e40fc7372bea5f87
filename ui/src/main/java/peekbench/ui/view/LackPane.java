package peekbench.ui.view;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import peekbench.query.TrialRow;
import peekbench.ui.model.WindowModel;

/** Trial folders that cannot be read, with their reasons; nothing when all can. */
final class LackPane extends TitledPane {
    private static final double HEIGHT = 120;

    private final Label reasons = new Label();

    LackPane(WindowModel window) {
        setId("lacks-of-folder");
        setAnimated(false);
        reasons.setWrapText(true);
        ScrollPane scroll = new ScrollPane(reasons);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(HEIGHT);
        setContent(scroll);
        window.arms().unreadableProperty().addListener((property, before, now) -> show(now));
        show(window.arms().unreadableProperty().get());
    }

    private void show(List<TrialRow> rows) {
        setText("Cannot be read (" + rows.size() + ")");
        reasons.setText(rows.stream()
                .map(row -> row.id() + ": " + row.reason().orElse("no reason is known"))
                .collect(Collectors.joining("\n\n")));
        setVisible(!rows.isEmpty());
        setManaged(!rows.isEmpty());
    }
}
