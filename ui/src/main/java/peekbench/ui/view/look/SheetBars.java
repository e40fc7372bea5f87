package peekbench.ui.view.look;

import javafx.scene.Node;
import javafx.scene.control.ScrollBar;

/** Scroll bars and sizes in pixels of the device. */
final class SheetBars {
    private static final double PAGE = .9;
    private static final double LINE = .1;

    private SheetBars() {}

    /** Pixels of the device that a logical pixel takes where a node is. */
    static double scale(Node node) {
        return node.getScene() == null || node.getScene().getWindow() == null
                ? 1
                : node.getScene().getWindow().getOutputScaleX();
    }

    /**
     * The largest size that is whole pixels of the device. A canvas of any other is stretched by a part of a pixel, and
     * pictures on it are smoothed.
     */
    static double whole(double logical, double scale) {
        return Math.max(1, Math.floor(logical * scale)) / scale;
    }

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
