package peekbench.ui.model.look;

import peekbench.ui.service.picture.Layer;

/**
 * A picture's place on what is seen of a sheet, in pixels of the device.
 *
 * @param row of the rows that are shown; -1 for the originals that all share
 * @param column in the order of pictures, from 0
 * @param layer what is shown of the picture
 * @param x of its left edge
 * @param y of its upper edge
 * @param width a whole multiple of the picture's
 * @param height a whole multiple of the picture's
 */
public record SheetTile(int row, int column, Layer layer, int x, int y, int width, int height) {
    /** The row of originals that all share. */
    public static final int ORIGINALS = -1;

    /** Whether a point is in it. */
    boolean holds(int px, int py) {
        return px >= x && px < x + width && py >= y && py < y + height;
    }
}
