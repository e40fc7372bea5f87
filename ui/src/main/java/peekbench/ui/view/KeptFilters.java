package peekbench.ui.view;

import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import peekbench.ui.model.WindowModel;
import peekbench.ui.service.WindowSettings.KeptFilter;

/** Filters with a name: to be used again, kept and forgotten. */
final class KeptFilters extends Menu {
    private final WindowModel window;

    KeptFilters(WindowModel window) {
        super("kept filters");
        this.window = window;
        setId("kept-filters");
        window.appearance().settingsProperty().addListener((property, before, now) -> {
            if (!before.filters().equals(now.filters())) {
                fill();
            }
        });
        fill();
    }

    private void fill() {
        getItems().clear();
        Menu forget = new Menu("forget");
        for (KeptFilter kept : window.appearance().settingsProperty().get().filters()) {
            getItems().add(item(kept.name(), () -> window.filter().apply(kept.text())));
            forget.getItems().add(item(kept.name(), () -> window.appearance().forgetFilter(kept.name())));
        }
        if (!forget.getItems().isEmpty()) {
            getItems().addAll(new SeparatorMenuItem(), forget);
        }
        getItems().add(keep());
    }

    private static MenuItem item(String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private MenuItem keep() {
        TextField name = new TextField();
        name.setId("keep-filter");
        name.setPromptText("keep this filter as \u2026");
        CustomMenuItem item = new CustomMenuItem(name, false);
        name.setOnAction(event -> {
            window.appearance().keepFilter(name.getText(), window.focus().get().filter());
            getParentPopup().hide();
        });
        return item;
    }
}
