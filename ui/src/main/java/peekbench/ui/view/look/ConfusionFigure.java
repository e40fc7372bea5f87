package peekbench.ui.view.look;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import peekbench.ui.model.look.ConfusionModel;
import peekbench.ui.view.part.Ink;

/** A matrix of counts, true classes downwards, inferred ones to the right; shades are shares of a row. */
final class ConfusionFigure extends Figure {
    private static final double NAMES = 110;
    private static final double TOP = 40;
    private static final double NARROWEST = 58;
    private static final double WIDEST = 108;
    /** About the width of a letter. */
    private static final double LETTER = 6.6;

    private static final double CELL_HEIGHT = 24;

    private final double cell;

    ConfusionFigure(ConfusionModel model, Ink ink) {
        super(
                NAMES + width(model) * model.classes().size() + 8,
                TOP + CELL_HEIGHT * model.classes().size() + 8,
                ink);
        cell = width(model);
        setAccessibleText(model.words());
        pen().setFill(ink.muted());
        text("inferred", NAMES, 8, TextAlignment.LEFT);
        text("true", 4, TOP - 12, TextAlignment.LEFT);
        for (int i = 0; i < model.classes().size(); i++) {
            pen().setFill(ink.text());
            text(
                    shortened(model.classes().get(i), (int) (cell / LETTER)),
                    NAMES + cell * (i + .5),
                    TOP - 12,
                    TextAlignment.CENTER);
            text(shortened(model.classes().get(i), 17), NAMES - 8, TOP + CELL_HEIGHT * (i + .5), TextAlignment.RIGHT);
            row(model.counts().get(i), i);
        }
    }

    /** As wide as the longest name asks for. */
    private static double width(ConfusionModel model) {
        int longest = model.classes().stream().mapToInt(String::length).max().orElse(0);
        return Math.max(NARROWEST, Math.min(WIDEST, LETTER * (longest + 1)));
    }

    private void row(List<Integer> counts, int row) {
        int all = Math.max(1, counts.stream().mapToInt(Integer::intValue).sum());
        for (int i = 0; i < counts.size(); i++) {
            double share = counts.get(i) / (double) all;
            Color shade = ink().background().interpolate(ink().current(), .1 + .8 * share);
            pen().setFill(counts.get(i) == 0 ? ink().blank() : shade);
            pen().fillRect(NAMES + cell * i, TOP + CELL_HEIGHT * row, cell - 2, CELL_HEIGHT - 2);
            pen().setFill(share > .65 ? ink().background() : ink().text());
            text(
                    Integer.toString(counts.get(i)),
                    NAMES + cell * (i + .5) - 1,
                    TOP + CELL_HEIGHT * (row + .5) - 1,
                    TextAlignment.CENTER);
        }
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "\u2026";
    }
}
