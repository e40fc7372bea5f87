package peekbench.ui.view.part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide texts are, and how they are broken into lines. */
public final class TextFit {
    private static final int MOST_KEPT = 2_000;

    private final Map<String, Double> widths = new LinkedHashMap<>();
    private final Text measured = new Text();
    private final Font font;

    /** @param font of all texts */
    public TextFit(Font font) {
        this.font = font;
        measured.setFont(font);
    }

    /** Of all texts. */
    public Font font() {
        return font;
    }

    /** In logical pixels. */
    public double width(String text) {
        if (widths.size() > MOST_KEPT) {
            widths.clear();
        }
        return widths.computeIfAbsent(text, one -> {
            measured.setText(one);
            return measured.getLayoutBounds().getWidth();
        });
    }

    /** In at most so many lines that break at blanks; what does not fit ends in dots. */
    public List<String> lines(String text, double width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) <= width || line.isEmpty() || lines.size() == most - 1) {
                line = new StringBuilder(longer);
            } else {
                lines.add(line.toString());
                line = new StringBuilder(word);
            }
        }
        lines.add(line.toString());
        return lines.stream().map(one -> shortened(one, width)).toList();
    }

    /** The text, or its beginning with dots. */
    public String shortened(String text, double width) {
        if (width(text) <= width) {
            return text;
        }
        int length = text.length();
        while (length > 1 && width(text.substring(0, length) + "\u2026") > width) {
            length--;
        }
        return text.substring(0, length) + "\u2026";
    }
}
