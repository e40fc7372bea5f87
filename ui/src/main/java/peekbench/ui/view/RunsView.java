package peekbench.ui.view;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.view.part.Controls;

/** Runs: how far is it? */
final class RunsView extends VBox {
    RunsView(WindowModel window) {
        super(8);
        setId("runs");
        setPadding(new Insets(16));
        Label title = new Label(Place.RUNS.question());
        title.getStyleClass().add("title");
        getChildren()
                .setAll(
                        title,
                        Controls.muted(
                                "Runs are started and followed from a terminal: ./peekbench run FILE, ./peekbench runs."),
                        Controls.button(window.commands().get("place-scenarios")));
    }
}
