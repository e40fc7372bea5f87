package peekbench.ui.view.part;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import peekbench.ui.model.Command;

/** Widgets as the whole window has them. */
public final class Controls {
    private Controls() {}

    /** A button that does a command. */
    public static Button button(Command command) {
        return button(command, command.text());
    }

    /** A button that does a command, with a text of its own. */
    public static Button button(Command command, String text) {
        Button button = new Button(text);
        button.setId(command.id());
        button.setOnAction(event -> command.run());
        button.disableProperty().bind(Bindings.not(command.enabled()));
        button.setAccessibleText(command.text());
        return Explain.with(button, command.explained());
    }

    /** An item of a menu that does a command. */
    public static MenuItem item(Command command) {
        String keys = command.keys().isEmpty() ? "" : "    " + command.keysText();
        MenuItem item = new MenuItem(command.text() + keys);
        item.setOnAction(event -> command.run());
        item.setMnemonicParsing(false);
        return item;
    }

    /** Grows as far as it can. */
    public static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /** Shows a node, or takes it and its room away. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Quiet text. */
    public static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    /** One of several, side by side; the chosen one stays pressed. */
    public static <T> HBox segments(
            String id,
            List<T> values,
            Function<T, String> title,
            Function<T, String> meaning,
            ObjectProperty<T> chosen) {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.setId(id);
        box.getStyleClass().add("segments");
        for (T value : values) {
            ToggleButton button = new ToggleButton(title.apply(value));
            button.setId(id + "-" + value.toString().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setSelected(value.equals(chosen.get()));
            button.setOnAction(event -> {
                button.setSelected(true);
                chosen.set(value);
            });
            Explain.with(button, meaning.apply(value));
            box.getChildren().add(button);
            chosen.addListener((property, before, now) -> button.setSelected(value.equals(now)));
        }
        return box;
    }

    /** A choice from a list, with a word before it. */
    public static <T> ComboBox<T> choice(String id, Function<T, String> text, String meaning, Consumer<T> onChosen) {
        ComboBox<T> choice = new ComboBox<>();
        choice.setId(id);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String written) {
                return choice.getValue();
            }
        });
        choice.setOnAction(event -> {
            if (choice.getValue() != null) {
                onChosen.accept(choice.getValue());
            }
        });
        return Explain.with(choice, meaning);
    }
}
