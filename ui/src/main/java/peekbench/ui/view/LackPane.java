package peekbench.ui.view;

import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import peekbench.ui.model.ResultViewModel;

/** What of a folder is not shown and why; nothing when all is. */
final class LackPane extends TitledPane {
    private static final double HEIGHT = 160;

    /** Of the list that the pane holds: one that nobody holds is collected, and its listeners with it. */
    private final ObservableList<String> lacks;

    LackPane(ResultViewModel model) {
        lacks = model.lacks();
        setId("lacks");
        setAnimated(false);
        textProperty().bind(Bindings.size(lacks).asString("Not shown (%d)"));
        visibleProperty().bind(Bindings.isNotEmpty(lacks));
        managedProperty().bind(visibleProperty());
        Label reasons = new Label();
        reasons.setId("reasons");
        reasons.setWrapText(true);
        reasons.textProperty().bind(Bindings.createStringBinding(() -> String.join("\n", lacks), lacks));
        ScrollPane scroll = new ScrollPane(reasons);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(HEIGHT);
        setContent(scroll);
    }
}
