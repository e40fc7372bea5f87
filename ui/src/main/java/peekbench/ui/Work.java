package peekbench.ui;

import peekbench.ui.model.WindowModel;

/** Whether a window still reads what it is to show. */
final class Work {
    private Work() {}

    /** Whether anything is under way. */
    static boolean isUnderWay(WindowModel window) {
        return window.workspace().openingProperty().get()
                || window.workspace().updatingProperty().get()
                || window.compare().workingProperty().get()
                || window.welcome().workingProperty().get()
                || isInSight(window);
    }

    /** Whether arms or pictures are not there yet; the rest of the folder may still be looked through. */
    static boolean isInSight(WindowModel window) {
        return window.arms().workingProperty().get()
                || window.look().workingProperty().get()
                || window.look().pages().reading();
    }
}
