package peekbench.ui.view.look;

import javafx.scene.control.ScrollBar;

/** Scroll bars in pixels of the device. */
final class SheetBars {
    private static final double PAGE = .9;
    private static final double LINE = .1;

    private SheetBars() {}

    /** Shows where a view is within its content; no bar where all is seen. */
    static void set(ScrollBar bar, int content, int view, double value) {
        boolean needed = content > view;
        bar.setVisible(needed);
        bar.setMax(Math.max(0, content - view));
        bar.setVisibleAmount(needed ? bar.getMax() * view / content : 0);
        bar.setBlockIncrement(view * PAGE);
        bar.setUnitIncrement(view * LINE);
        bar.setValue(Math.min(value, bar.getMax()));
    }
}
