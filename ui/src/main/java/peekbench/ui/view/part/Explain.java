package peekbench.ui.view.part;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Lets things say what they mean, on hover, by F1 and to screen readers. */
public final class Explain {
    private static final String KEY = "peekbench.explanation";
    private static final double WIDTH = 380;
    private static final Duration DELAY = Duration.millis(350);

    private Explain() {}

    private static <N extends Node> N without(N node) {
        node.getProperties().remove(KEY);
        if (node.getProperties().remove(Tooltip.class) instanceof Tooltip tooltip) {
            Tooltip.uninstall(node, tooltip);
        }
        node.setAccessibleHelp("");
        return node;
    }

    /** Gives a node its explanation in place of any that it had; an empty one takes it away. */
    public static <N extends Node> N with(N node, String text) {
        if (text.isEmpty()) {
            return without(node);
        }
        Object before = node.getProperties().put(KEY, text);
        if (before == null) {
            Tooltip tooltip = new Tooltip(text);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(WIDTH);
            tooltip.setShowDelay(DELAY);
            Tooltip.install(node, tooltip);
            node.getProperties().put(Tooltip.class, tooltip);
        } else if (node.getProperties().get(Tooltip.class) instanceof Tooltip tooltip) {
            tooltip.setText(text);
        }
        node.setAccessibleHelp(text);
        return node;
    }

    /** Gives a node an explanation that is made when the pointer comes: cells change more often than anybody asks. */
    public static void onHover(Node node, Supplier<String> text) {
        node.setOnMouseEntered(event -> with(node, text.get()));
    }

    /** Gives a node an explanation for F1 and screen readers only: its parts say theirs on hover. */
    public static <N extends Node> N ofFocus(N node, String text) {
        node.getProperties().put(KEY, text);
        node.setAccessibleHelp(text);
        return node;
    }

    /** What a node means: its own explanation, or that of the nearest around it; empty where there is none. */
    public static String of(Node node) {
        Node at = node;
        while (at != null) {
            if (at.getProperties().get(KEY) instanceof String text) {
                return text;
            }
            at = at.getParent();
        }
        return "";
    }
}
