package peekbench.ui.service.picture;

import java.nio.IntBuffer;

/** Decoded pictures side by side on one sheet, row by row, and the numbers that they were decoded from. */
public final class PicturePage {
    private final PageKey key;
    private final int count;
    private final int[] argb;
    private final float[] values;

    /**
     * @param argb pixels of the sheet, opaque, row by row
     * @param values {@code [count, C, H, W]} as stored; of a layer of errors {@code [count, 1, H, W]}
     */
    PicturePage(PageKey key, int count, int[] argb, float[] values) {
        this.key = key;
        this.count = count;
        this.argb = argb;
        this.values = values;
    }

    /** Width of the sheet in pixels. */
    public int width() {
        return PageKey.columns(key.shape()) * key.shape().width();
    }

    /** Height of the sheet in pixels. */
    public int height() {
        return argb.length / width();
    }

    /** The pixels, as {@code 0xffRRGGBB}; not to be changed. */
    public IntBuffer pixels() {
        return IntBuffer.wrap(argb);
    }

    /** Where a place's picture begins, from the left. */
    public int x(int place) {
        return (place - key.from()) % PageKey.columns(key.shape()) * key.shape().width();
    }

    /** Where a place's picture begins, from the top. */
    public int y(int place) {
        return (place - key.from()) / PageKey.columns(key.shape()) * key.shape().height();
    }

    /** Whether a place is on the page. */
    public boolean holds(int place) {
        return place >= key.from() && place < key.from() + count;
    }

    /** The stored number at a pixel: the mean of the channels of a coloured picture. */
    public double value(int place, int x, int y) {
        PictureShape shape = key.shape();
        int channels = values.length / (count * shape.plane());
        int used = channels == 3 ? channels : 1;
        int at = (place - key.from()) * channels * shape.plane() + y * shape.width() + x;
        double sum = 0;
        for (int c = 0; c < used; c++) {
            sum += values[at + c * shape.plane()];
        }
        return sum / used;
    }

    long bytes() {
        return (long) Integer.BYTES * argb.length + (long) Float.BYTES * values.length;
    }
}
