package peekbench.ui.view.look;

import javafx.scene.input.KeyEvent;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.LookMode;
import peekbench.ui.model.look.SheetModel;

/** Keys on a sheet: arrows, Home, End and Page move the current picture, Up and Down of a strip the arm, Enter shows it large. */
final class SheetKeys {
    private static final int TO_THE_END = Integer.MAX_VALUE / 2;

    private SheetKeys() {}

    static void press(WindowModel window, SheetModel sheet, KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> window.look().step(-1);
            case RIGHT -> window.look().step(1);
            case UP -> up(window, sheet.line(), -1);
            case DOWN -> up(window, sheet.line(), 1);
            case PAGE_UP -> window.look().step(-sheet.page());
            case PAGE_DOWN -> window.look().step(sheet.page());
            case HOME -> window.look().step(-TO_THE_END);
            case END -> window.look().step(TO_THE_END);
            case ENTER -> window.look().choices().modeProperty().set(LookMode.ONE);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static void up(WindowModel window, int line, int by) {
        if (line > 0) {
            window.look().step(by * line);
        } else {
            window.arms().step(by);
        }
    }
}
