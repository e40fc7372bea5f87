package peekbench.ui.service.picture;

import java.nio.file.Path;

/**
 * Some consecutive pictures in one layer.
 *
 * @param originals array of the private records
 * @param made array of reconstructions; without meaning in the layer of originals
 * @param shape of one picture
 * @param layer what is shown
 * @param number of the page, from 0
 */
public record PageKey(Path originals, Path made, PictureShape shape, Layer layer, int number) {
    /** A page has about as many pixels as this squared. */
    private static final int SIDE = 256;

    /** The page that a place is on. */
    static PageKey of(PictureArrays arrays, Layer layer, int place) {
        PictureShape shape = arrays.shape().orElseThrow();
        Path made = layer == Layer.ORIGINAL ? arrays.originals() : arrays.made();
        return new PageKey(arrays.originals(), made, shape, layer, place / capacity(shape));
    }

    static int capacity(PictureShape shape) {
        return columns(shape) * Math.max(1, SIDE / shape.height());
    }

    static int columns(PictureShape shape) {
        return Math.max(1, SIDE / shape.width());
    }

    int from() {
        return number * capacity(shape);
    }
}
