package peekbench.ui.view;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import javafx.stage.Stage;
import peekbench.ui.model.Command;
import peekbench.ui.model.WindowModel;
import peekbench.ui.view.part.Explain;

/** The keys of all commands, and those that look at the scene: filter, meaning, less, full screen. */
final class Keys {
    private final WindowModel window;
    private final TopBar top;
    private final Popup meaning = new Popup();

    Keys(WindowModel window, TopBar top) {
        this.window = window;
        this.top = top;
        meaning.setAutoHide(true);
    }

    void install(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
    }

    private void pressed(Scene scene, KeyEvent event) {
        if (window.questions().openProperty().get().isPresent()) {
            return;
        }
        Node owner = scene.getFocusOwner();
        boolean writing = owner instanceof TextInputControl;
        for (Command command : window.commands().all()) {
            if (!command.keys().isEmpty() && !(writing && command.isPlainKey()) && matches(command, event)) {
                command.run();
                event.consume();
                return;
            }
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            top.filter().begin();
        } else if (event.getCode() == KeyCode.F1) {
            explain(scene, owner);
        } else if (event.getCode() == KeyCode.F11 && scene.getWindow() instanceof Stage stage) {
            stage.setFullScreen(!stage.isFullScreen());
        } else if (event.getCode() == KeyCode.ESCAPE
                && !window.appearance().paletteProperty().get()) {
            window.less();
        } else {
            return;
        }
        event.consume();
    }

    /** Keys without a name, as [ and +, are told by what they write. */
    private static boolean matches(Command command, KeyEvent event) {
        if (command.isPlainKey() && !Character.isLetter(command.keys().charAt(0))) {
            return !event.isShortcutDown()
                    && (event.getText().equals(command.keys())
                            || (command.keys().equals("+") && event.getCode() == KeyCode.PLUS)
                            || (command.keys().equals("-") && event.getCode() == KeyCode.MINUS)
                            || (command.keys().equals("[") && event.getCode() == KeyCode.OPEN_BRACKET)
                            || (command.keys().equals("]") && event.getCode() == KeyCode.CLOSE_BRACKET));
        }
        return KeyCombination.valueOf(command.keys()).match(event);
    }

    private void explain(Scene scene, Node owner) {
        String text = owner == null ? "" : Explain.of(owner);
        Label label =
                new Label(text.isEmpty() ? "Press F1 on something that has the focus to learn what it means." : text);
        label.setWrapText(true);
        label.setMaxWidth(400);
        label.getStyleClass().add("meaning");
        label.getStylesheets().addAll(scene.getRoot().getStylesheets());
        meaning.getContent().setAll(label);
        Node by = owner == null ? scene.getRoot() : owner;
        Bounds bounds = by.localToScreen(by.getBoundsInLocal());
        meaning.show(by, bounds.getMinX() + 12, bounds.getMinY() + Math.min(bounds.getHeight(), 40));
    }
}
