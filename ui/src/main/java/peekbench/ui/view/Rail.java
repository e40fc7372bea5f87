package peekbench.ui.view;

import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import peekbench.ui.model.Command;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.view.part.Explain;

/** The four places. */
final class Rail extends VBox {
    private static final Map<Place, String> ICONS = Map.of(
            Place.LOOK, "M1 9 C4 4 14 4 17 9 C14 14 4 14 1 9 Z M9 6.2 A2.8 2.8 0 1 0 9 11.8 A2.8 2.8 0 1 0 9 6.2 Z",
            Place.COMPARE, "M2 1 H3.6 V15.4 H17 V17 H2 Z M6 10 h3 v3 h-3 z M10 6 h3 v3 h-3 z M13.5 2 h3 v3 h-3 z",
            Place.SCENARIOS, "M3 1 H12 L16 5 V17 H3 Z M6 8 H13 V9.4 H6 Z M6 11.5 H13 V12.9 H6 Z",
            Place.RUNS, "M4 2 L16 9 L4 16 Z");

    Rail(WindowModel window) {
        getStyleClass().add("rail");
        ToggleGroup group = new ToggleGroup();
        for (Place place : Place.values()) {
            Command command = window.commands().get("place-" + place.name().toLowerCase(Locale.ROOT));
            SVGPath icon = new SVGPath();
            icon.setContent(ICONS.getOrDefault(place, ""));
            icon.getStyleClass().add("icon");
            ToggleButton button =
                    new ToggleButton(place.title(), place == Place.RUNS ? new RunBadges(window, icon) : icon);
            button.setId(command.id());
            button.setContentDisplay(ContentDisplay.TOP);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setSelected(window.focus().get().place() == place);
            button.setOnAction(event -> {
                button.setSelected(true);
                command.run();
            });
            Explain.with(button, command.explained());
            window.focus()
                    .currentProperty()
                    .addListener((property, before, now) -> button.setSelected(now.place() == place));
            getChildren().add(button);
        }
    }
}
