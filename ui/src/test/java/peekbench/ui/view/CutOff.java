package peekbench.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;

/** Finds what of a scene cannot be read: texts that end in dots, and controls beyond the window's edge. */
final class CutOff {
    /** A path is shortened at its left on purpose, and said whole on hover; so are parts of a long filter. */
    private static final Set<String> ON_PURPOSE = Set.of("workspace");

    private static final double ROUNDING = 1;

    private CutOff() {}

    static List<String> in(Scene scene) {
        List<String> found = new ArrayList<>();
        walk(scene.getRoot(), scene, false, false, found);
        return found;
    }

    /**
     * Looks at a node and all in it.
     *
     * @param scrolled whether it is in something that scrolls, where the edge means nothing
     * @param inCell whether it is in a cell of a table or list, which says itself whole on hover
     */
    private static void walk(Node node, Scene scene, boolean scrolled, boolean inCell, List<String> found) {
        if (!node.isVisible() || node instanceof ScrollBar) {
            return;
        }
        boolean cell = inCell || node instanceof IndexedCell<?>;
        boolean moves = scrolled || cell || node instanceof ScrollPane;
        if (node instanceof Labeled label
                && label.getText() != null
                && !label.getText().isEmpty()) {
            if (!cell) {
                shortened(label, found);
            }
            if (!moves) {
                beyond(label, scene, found);
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, scene, moves, cell, found));
        }
    }

    private static void shortened(Labeled label, List<String> found) {
        if (label.getStyleClass().contains("token") || ON_PURPOSE.contains(String.valueOf(label.getId()))) {
            return;
        }
        for (Node child : label.getChildrenUnmodifiable()) {
            if (child instanceof Text text
                    && text.getText().endsWith("...")
                    && !text.getText().equals(label.getText())) {
                found.add("shortened to \"" + text.getText() + "\": " + label.getText());
            }
        }
    }

    private static void beyond(Labeled label, Scene scene, List<String> found) {
        Bounds bounds = label.localToScene(label.getBoundsInLocal());
        if (bounds.getMaxX() > scene.getWidth() + ROUNDING || bounds.getMaxY() > scene.getHeight() + ROUNDING) {
            found.add(String.format(
                    "beyond the edge, to %.0f, %.0f of %.0f, %.0f: %s",
                    bounds.getMaxX(), bounds.getMaxY(), scene.getWidth(), scene.getHeight(), label.getText()));
        }
    }
}
