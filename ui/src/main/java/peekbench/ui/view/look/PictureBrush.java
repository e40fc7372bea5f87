package peekbench.ui.view.look;

import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.transform.Affine;
import peekbench.ui.service.picture.Layer;
import peekbench.ui.service.picture.PictureArrays;
import peekbench.ui.service.picture.PicturePage;
import peekbench.ui.service.picture.PictureShape;
import peekbench.ui.service.picture.PixelPages;
import peekbench.ui.view.part.Ink;

/** Draws pictures without smoothing; where one is not there yet, a blank. */
final class PictureBrush {
    /**
     * How far behind the edge of a pixel the picture begins, as a share of what a pixel of the screen takes of it. JavaFX's software
     * pipeline looks a picture up at the corners of the screen's pixels with numbers that are a little too small: at three times its
     * size a picture's first pixel would be four wide and its last one two. Its other pipelines look at the middle, so this must
     * be less than half of a pixel of the screen, also at 200 %.
     */
    private static final double INWARDS = .2;

    private final PixelPages pages;
    private final PageImages images = new PageImages();

    PictureBrush(PixelPages pages) {
        this.pages = pages;
    }

    /** A whole picture into a rectangle in logical pixels. */
    void draw(
            GraphicsContext pen,
            Ink ink,
            PictureArrays arrays,
            Layer layer,
            int place,
            double x,
            double y,
            double width,
            double height) {
        PictureShape shape = arrays.shape().orElseThrow();
        draw(pen, ink, arrays, layer, place, 0, 0, shape.width(), shape.height(), x, y, width, height);
    }

    /** A part of a picture. */
    void draw(
            GraphicsContext pen,
            Ink ink,
            PictureArrays arrays,
            Layer layer,
            int place,
            double fromX,
            double fromY,
            double fromWidth,
            double fromHeight,
            double x,
            double y,
            double width,
            double height) {
        Optional<PicturePage> page = pages.page(arrays, layer, place);
        if (page.isEmpty()) {
            blank(
                    pen,
                    ink,
                    x,
                    y,
                    width,
                    height,
                    pages.problem(arrays, layer, place).isPresent());
            return;
        }
        Image image = images.of(page.get());
        pen.setImageSmoothing(false);
        // Places are handed on in single precision: what is a whole pixel of the device must be whole before that.
        Affine scaled = pen.getTransform();
        double scale = scaled.getMxx();
        pen.setTransform(1, 0, 0, 1, 0, 0);
        pen.drawImage(
                image,
                page.get().x(place) + fromX + INWARDS * fromWidth / width,
                page.get().y(place) + fromY + INWARDS * fromHeight / height,
                fromWidth,
                fromHeight,
                x * scale,
                y * scale,
                width * scale,
                height * scale);
        pen.setTransform(scaled);
    }

    /** Where a picture should be and is not; crossed where it cannot be read. */
    static void blank(GraphicsContext pen, Ink ink, double x, double y, double width, double height, boolean damaged) {
        pen.setFill(ink.blank());
        pen.fillRect(x, y, width, height);
        if (damaged) {
            pen.setStroke(ink.danger());
            pen.setLineWidth(1);
            pen.strokeLine(x, y, x + width, y + height);
            pen.strokeLine(x, y + height, x + width, y);
        }
    }
}
