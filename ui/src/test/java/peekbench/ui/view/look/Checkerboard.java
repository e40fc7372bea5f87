package peekbench.ui.view.look;

import javafx.scene.image.PixelReader;
import peekbench.ui.model.look.SheetTile;

/** Pictures of pixels that are black or white by turns, as they come out on a screen. */
final class Checkerboard {
    private static final int BLACK = 0xff000000;
    private static final int WHITE = 0xffffffff;

    private Checkerboard() {}

    /** How many pixels of a picture are not as they should be: black and white by turns, {@code zoom} by {@code zoom} each. */
    static int wrong(PixelReader pixels, SheetTile tile, int left, int top, int zoom) {
        int wrong = 0;
        for (int y = 0; y < tile.height(); y++) {
            for (int x = 0; x < tile.width(); x++) {
                int expected = (x / zoom + y / zoom) % 2 == 0 ? BLACK : WHITE;
                wrong += pixels.getArgb(left + tile.x() + x, top + tile.y() + y) == expected ? 0 : 1;
            }
        }
        return wrong;
    }
}
