package peekbench.ui.model.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peekbench.ui.service.picture.Layer;

/**
 * One picture, large: a line for each row, original, reconstruction and error side by side. All panels show the same part at
 * the same size. In pixels of the device.
 */
public final class BenchModel {
    private static final double LARGEST = 64;
    private static final double SMALLEST = 1;
    private static final double WHEEL = 1.25;
    private static final int FIRST = 8;

    private final int pictureWidth;
    private final int pictureHeight;
    private double zoom;
    private double left;
    private double top;

    /** A panel of the bench. */
    public record Panel(int row, Layer layer, int x, int y, int width, int height) {
        boolean holds(int px, int py) {
            return px >= x && px < x + width && py >= y && py < y + height;
        }
    }

    /** The part of the picture that a panel shows, and where in the panel; in pixels of the picture and of the device. */
    public record Part(
            double fromX,
            double fromY,
            double width,
            double height,
            double x,
            double y,
            double toWidth,
            double toHeight) {}

    /** @param pictureWidth and pictureHeight pixels of a picture */
    public BenchModel(int pictureWidth, int pictureHeight) {
        this.pictureWidth = pictureWidth;
        this.pictureHeight = pictureHeight;
        this.zoom = FIRST;
    }

    /** The panels of so many rows and layers that fill a width, each as high as the picture asks for. */
    public List<Panel> panels(int rows, List<Layer> layers, int viewWidth, int viewHeight, int gap, int label) {
        int width = Math.max(1, (viewWidth - gap * (layers.size() + 1)) / layers.size());
        int wanted = (int) Math.round(Math.max(FIRST, zoom) * pictureHeight);
        int height = Math.min(wanted, Math.max(FIRST * pictureHeight, viewHeight - label - gap));
        List<Panel> panels = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < layers.size(); i++) {
                panels.add(new Panel(
                        row,
                        layers.get(i),
                        gap + i * (width + gap),
                        label + row * (height + label + gap),
                        Math.min(width, Math.max((int) Math.round(zoom * pictureWidth), FIRST * pictureWidth)),
                        height));
            }
        }
        return panels;
    }

    /** The part that a panel shows. */
    public Part part(Panel panel) {
        clamp(panel);
        double shownWidth = Math.min(pictureWidth, panel.width() / zoom);
        double shownHeight = Math.min(pictureHeight, panel.height() / zoom);
        return new Part(
                left, top, shownWidth, shownHeight, panel.x(), panel.y(), shownWidth * zoom, shownHeight * zoom);
    }

    /** The pixel of the picture at a point of a panel. */
    public Optional<int[]> pixel(Panel panel, double x, double y) {
        int px = (int) Math.floor(left + (x - panel.x()) / zoom);
        int py = (int) Math.floor(top + (y - panel.y()) / zoom);
        return px >= 0 && py >= 0 && px < pictureWidth && py < pictureHeight && panel.holds((int) x, (int) y)
                ? Optional.of(new int[] {px, py})
                : Optional.empty();
    }

    /** Larger or smaller by a step, so that what is under the pointer stays there. */
    public void wheel(Panel panel, double x, double y, boolean larger) {
        double atX = left + (x - panel.x()) / zoom;
        double atY = top + (y - panel.y()) / zoom;
        double next = larger ? Math.ceil(zoom * WHEEL) : Math.floor(zoom / WHEEL);
        zoom = Math.max(SMALLEST, Math.min(LARGEST, next));
        left = atX - (x - panel.x()) / zoom;
        top = atY - (y - panel.y()) / zoom;
        clamp(panel);
    }

    /** Moves the picture under all panels. */
    public void drag(Panel panel, double byX, double byY) {
        left -= byX / zoom;
        top -= byY / zoom;
        clamp(panel);
    }

    /** Whole device pixels a pixel of the picture, so that it fits so many pixels; at least 8. */
    public void fit(int width, int height) {
        zoom = Math.max(FIRST, Math.min(width / pictureWidth, height / pictureHeight));
        left = 0;
        top = 0;
    }

    /** Device pixels a pixel of the picture. */
    public double zoom() {
        return zoom;
    }

    /** The first column of the picture that is seen. */
    public double left() {
        return left;
    }

    /** The first line of the picture that is seen. */
    public double top() {
        return top;
    }

    private void clamp(Panel panel) {
        left = Math.max(0, Math.min(left, pictureWidth - panel.width() / zoom));
        top = Math.max(0, Math.min(top, pictureHeight - panel.height() / zoom));
    }
}
