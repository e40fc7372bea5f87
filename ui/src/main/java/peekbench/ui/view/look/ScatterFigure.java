package peekbench.ui.view.look;

import javafx.scene.text.TextAlignment;
import peekbench.ui.service.picture.RowValues;
import peekbench.ui.view.part.Ink;

/** True against recovered numbers of one column; both axes have the range of the true ones. */
final class ScatterFigure extends Figure {
    private static final double SIDE = 170;
    private static final double TOP = 20;
    private static final double DOT = 2.6;

    ScatterFigure(String column, RowValues actual, RowValues made, Ink ink) {
        super(SIDE, SIDE + TOP, ink);
        setAccessibleText(column);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i < actual.size(); i++) {
            low = Math.min(low, actual.at(i));
            high = Math.max(high, actual.at(i));
            sum += actual.at(i);
        }
        double range = high > low ? high - low : 1;
        pen().setFill(ink.text());
        text(column, 0, 8, TextAlignment.LEFT);
        pen().setFill(ink.blank().deriveColor(0, 1, 1, .5));
        pen().fillRect(0, TOP, SIDE, SIDE);
        pen().setStroke(ink.line());
        pen().strokeLine(0, TOP + SIDE, SIDE, TOP);
        double mean = TOP + SIDE - SIDE * (sum / Math.max(1, actual.size()) - low) / range;
        pen().setStroke(ink.brushed());
        pen().setLineDashes(4, 3);
        pen().strokeLine(0, mean, SIDE, mean);
        pen().setLineDashes();
        pen().setFill(ink.arm(0).deriveColor(0, 1, 1, .6));
        for (int i = 0; i < made.size(); i++) {
            double x = SIDE * (actual.at(i) - low) / range;
            double y = TOP + SIDE - SIDE * Math.max(0, Math.min(1, (made.at(i) - low) / range));
            pen().fillOval(x - DOT / 2, y - DOT / 2, DOT, DOT);
        }
    }
}
