package peekbench.ui;

import javafx.application.Application;

/** Starts the window. Not an application class itself: Java does not start one from the class path. */
public final class Main {
    private Main() {}

    /**
     * Opens the window.
     *
     * @param arguments none, or the result folder to open
     */
    public static void main(String[] arguments) {
        Application.launch(ResultWindow.class, arguments);
    }
}
