package peekbench.ui.view.look;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import peekbench.ui.model.WindowModel;
import peekbench.ui.service.picture.ErrorColours;
import peekbench.ui.service.picture.Layer;
import peekbench.ui.view.part.Explain;
import peekbench.ui.view.part.Ink;

/** The colours of errors; the scale is always the same. */
final class LegendPane extends StackPane {
    private static final double WIDTH = 180;
    private static final double HEIGHT = 40;
    private static final double BAR = 12;
    private static final double END = 16;
    private static final double TOP = 14;
    /** Where the colours are, and nothing else. */
    static final Rectangle2D COLOURS = new Rectangle2D(0, TOP, WIDTH, BAR);

    private final WindowModel window;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);

    LegendPane(WindowModel window) {
        this.window = window;
        setId("legend");
        getChildren().setAll(canvas);
        Explain.with(
                this,
                "Errors have these colours whatever is shown: 0 to 0.5, or -0.5 to 0.5 with signs; what lies beyond"
                        + " has a colour of its own.");
        window.look().choices().errorProperty().addListener((property, before, now) -> draw());
        window.appearance().settingsProperty().addListener((property, before, now) -> draw());
        draw();
    }

    private void draw() {
        Ink ink = Ink.of(window.appearance().settingsProperty().get());
        Optional<Layer> layer = window.look().choices().errorProperty().get();
        boolean signed = layer.filter(Layer.SIGNED::equals).isPresent();
        GraphicsContext pen = canvas.getGraphicsContext2D();
        canvas.setWidth(WIDTH * ink.em());
        canvas.setHeight(HEIGHT * ink.em());
        pen.setTransform(ink.em(), 0, 0, ink.em(), 0, 0);
        pen.clearRect(0, 0, WIDTH, HEIGHT);
        pen.setFont(Font.font(11));
        pen.setTextBaseline(VPos.TOP);
        pen.setFill(ink.muted());
        pen.fillText(signed ? "reconstruction - original" : "|original - reconstruction|", END, 0);
        double width = WIDTH - 2 * END;
        for (int i = 0; i < width; i++) {
            double share = i / (width - 1);
            int colour = signed
                    ? ErrorColours.signed((2 * share - 1) * ErrorColours.LARGEST)
                    : ErrorColours.of(share * ErrorColours.LARGEST);
            pen.setFill(colour(colour));
            pen.fillRect(END + i, TOP, 1, BAR);
        }
        end(pen, ink, WIDTH - END + 2, signed ? ErrorColours.SIGNED_ABOVE : ErrorColours.ABOVE);
        if (signed) {
            end(pen, ink, 2, ErrorColours.SIGNED_BELOW);
        }
        pen.setFill(ink.muted());
        pen.setTextAlign(TextAlignment.CENTER);
        pen.fillText(signed ? "-0.5" : "0", END + 4, 27);
        pen.fillText(signed ? "0" : "0.25", END + width / 2, 27);
        pen.fillText("0.5", END + width - 6, 27);
        pen.fillText("+", WIDTH - END / 2, 27);
        pen.setTextAlign(TextAlignment.LEFT);
    }

    private static void end(GraphicsContext pen, Ink ink, double x, int colour) {
        pen.setFill(colour(colour));
        pen.fillRect(x, TOP, END - 4, BAR);
        pen.setStroke(ink.line());
        pen.strokeRect(x + .5, TOP + .5, END - 5, BAR - 1);
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }
}
