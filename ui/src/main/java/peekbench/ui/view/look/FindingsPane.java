package peekbench.ui.view.look;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import peekbench.result.Finding;
import peekbench.ui.model.WindowModel;
import peekbench.ui.view.part.Controls;

/** The attacks' sentences. */
final class FindingsPane extends ScrollPane {
    FindingsPane(WindowModel window) {
        setId("findings");
        setFitToWidth(true);
        VBox lines = new VBox(10);
        lines.setPadding(new Insets(12, 4, 4, 4));
        List<Finding> findings = window.look()
                .contentProperty()
                .get()
                .trial()
                .map(trial -> trial.info().findings())
                .orElseGet(List::of);
        for (Finding finding : findings) {
            Label text = new Label(finding.text());
            text.setWrapText(true);
            lines.getChildren().add(new VBox(2, Controls.muted(finding.attack()), text));
        }
        setContent(lines);
    }
}
