package peekbench.ui.view.look;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;
import javafx.stage.Screen;

/**
 * A canvas each of whose pixels is one of the device. JavaFX 21 keeps a canvas in as many pixels a logical one as the next
 * whole number above the largest scale of any screen, and smooths it down to the scale at hand: at 125 % it has 2 where the
 * screen has 1.25, and a picture would be smoothed. So the canvas gets the size whose pixels are those of the device, and is
 * scaled up again.
 */
final class DeviceCanvas {
    private DeviceCanvas() {}

    /**
     * Makes a canvas as large as so many logical pixels.
     *
     * @return draws in logical pixels
     */
    static GraphicsContext fit(Canvas canvas, double width, double height, double scale) {
        double kept = Screen.getScreens().stream()
                .mapToDouble(screen -> Math.max(screen.getOutputScaleX(), screen.getOutputScaleY()))
                .map(Math::ceil)
                .max()
                .orElse(1);
        canvas.setWidth(SheetBars.whole(width, scale) * scale / kept);
        canvas.setHeight(SheetBars.whole(height, scale) * scale / kept);
        canvas.getTransforms().setAll(new Scale(kept / scale, kept / scale));
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setTransform(scale / kept, 0, 0, scale / kept, 0, 0);
        return pen;
    }
}
