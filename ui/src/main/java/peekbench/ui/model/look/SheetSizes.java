package peekbench.ui.model.look;

/**
 * Sizes on a sheet, in pixels of the device.
 *
 * @param scale device pixels a logical pixel: 1.25 on a screen at 125 %
 * @param zoom device pixels a pixel of a picture
 * @param pictureWidth pixels of a picture
 * @param pictureHeight pixels of a picture
 * @param viewWidth of what is seen of the sheet
 * @param viewHeight of what is seen of the sheet
 * @param textSize in logical pixels
 */
public record SheetSizes(
        double scale, int zoom, int pictureWidth, int pictureHeight, int viewWidth, int viewHeight, double textSize) {
    private static final double CAPTION_LETTERS = 2.2;

    /** Logical to device pixels, whole. */
    public int device(double logical) {
        return (int) Math.round(logical * scale);
    }

    /** Device to logical pixels. */
    public double logical(double device) {
        return device / scale;
    }

    /** Of a picture on the screen: each of its pixels takes {@link #zoom} by {@link #zoom} of the device. */
    public int width() {
        return zoom * pictureWidth;
    }

    /** Of a picture on the screen. */
    public int height() {
        return zoom * pictureHeight;
    }

    /** From one column to the next: a picture, or its caption where that is wider, and a gap. */
    int step() {
        return Math.max(width(), device(CAPTION_LETTERS * textSize)) + gap();
    }

    int gap() {
        return device(3);
    }

    int groupGap() {
        return device(14);
    }

    int rowGap() {
        return device(7);
    }

    /** Of a line of text. */
    public int caption() {
        return device(textSize * 1.35);
    }
}
