package peekbench.ui.view.look;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import peekbench.ui.view.part.Ink;

/** A small figure that is drawn once. */
abstract class Figure extends Canvas {
    /** Size of its text. */
    static final double TEXT = 11;

    private final Ink ink;

    Figure(double width, double height, Ink ink) {
        super(width * ink.em(), height * ink.em());
        this.ink = ink;
        getGraphicsContext2D().scale(ink.em(), ink.em());
        getGraphicsContext2D().setFont(Font.font(TEXT));
        getGraphicsContext2D().setTextBaseline(VPos.CENTER);
    }

    /** Colours of the theme. */
    Ink ink() {
        return ink;
    }

    /** What draws. */
    GraphicsContext pen() {
        return getGraphicsContext2D();
    }

    /** A text at a place. */
    void text(String text, double x, double y, TextAlignment alignment) {
        pen().setTextAlign(alignment);
        pen().fillText(text, x, y);
    }
}
