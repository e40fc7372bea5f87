package peekbench.ui.view;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import peekbench.evaluation.Subject;
import peekbench.query.Bound;
import peekbench.ui.view.part.Ink;

/** A figure as a bar from 0 to 1, with marks where floors, references and ceilings are; the marks are no ends of the scale. */
final class LeakBar extends Canvas {
    private static final double WIDTH = 72;
    private static final double HEIGHT = 7;
    private static final double BAR = 3;

    LeakBar() {
        super(WIDTH, HEIGHT);
    }

    void show(double value, List<Bound> bounds, Ink ink) {
        GraphicsContext pen = getGraphicsContext2D();
        setWidth(WIDTH * ink.em());
        setHeight(HEIGHT * ink.em());
        pen.setTransform(ink.em(), 0, 0, ink.em(), 0, 0);
        pen.clearRect(0, 0, WIDTH, HEIGHT);
        pen.setFill(ink.blank());
        pen.fillRect(0, (HEIGHT - BAR) / 2, WIDTH, BAR);
        pen.setFill(ink.muted());
        pen.fillRect(0, (HEIGHT - BAR) / 2, WIDTH * share(value), BAR);
        for (Bound bound : bounds) {
            pen.setFill(bound.subject().kind() == Subject.Kind.REFERENCE ? ink.brushed() : ink.text());
            double x = Math.round((WIDTH - 2) * share(bound.estimate().mean()));
            pen.fillRect(x, 0, bound.subject().kind() == Subject.Kind.CEILING ? 1 : 2, HEIGHT);
        }
    }

    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
