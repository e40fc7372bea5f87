package peekbench.ui.model.look;

/**
 * What is under a point.
 *
 * @param tile the picture
 * @param pixelX which of its pixels, from the left
 * @param pixelY which of its pixels, from the top
 */
public record SheetHit(SheetTile tile, int pixelX, int pixelY) {}
