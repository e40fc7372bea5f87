package peekbench.data.picture;

/**
 * A decoded picture.
 *
 * @param channels 1 for grey, 3 for red, green, blue
 * @param height in pixels
 * @param width in pixels
 * @param numbers {@code [C, H, W]}, 0 to 255; handed over, not copied
 */
record Picture(int channels, int height, int width, byte[] numbers) {
    private static final int COLOURS = 3;

    /**
     * The same picture in grey by luminance, {@code .299 R + .587 G + .114 B} rounded, or in three equal colours.
     *
     * @param wanted channels, 1 or 3
     */
    Picture inChannels(int wanted) {
        if (wanted == channels) {
            return this;
        }
        int plane = height * width;
        byte[] converted = new byte[wanted * plane];
        for (int at = 0; at < plane; at++) {
            if (wanted == COLOURS) {
                converted[at] = numbers[at];
                converted[at + plane] = numbers[at];
                converted[at + 2 * plane] = numbers[at];
            } else {
                int red = numbers[at] & 0xff;
                int green = numbers[at + plane] & 0xff;
                int blue = numbers[at + 2 * plane] & 0xff;
                converted[at] = (byte) Math.round(.299f * red + .587f * green + .114f * blue);
            }
        }
        return new Picture(wanted, height, width, converted);
    }

    /** The middle of it; where what is left over is odd, the larger half is on the right and below, as torchvision cuts. */
    Picture middle(int newHeight, int newWidth) {
        if (newHeight == height && newWidth == width) {
            return this;
        }
        int top = (height - newHeight) / 2;
        int left = (width - newWidth) / 2;
        byte[] cut = new byte[channels * newHeight * newWidth];
        for (int row = 0; row < channels * newHeight; row++) {
            int from = (row / newHeight * height + top + row % newHeight) * width + left;
            System.arraycopy(numbers, from, cut, row * newWidth, newWidth);
        }
        return new Picture(channels, newHeight, newWidth, cut);
    }
}
