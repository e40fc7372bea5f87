package peekbench.data;

import java.util.Arrays;

/** Images as they come in files, one byte a number; they become {@code value / 255} when copied. */
final class PixelExamples implements Examples {
    private static final float[] BRIGHTNESS = brightness();

    private final byte[] pixels;
    private final int length;

    /**
     * @param pixels all images, one after the other
     * @param length bytes of one image
     */
    PixelExamples(byte[] pixels, int length) {
        this.pixels = pixels;
        this.length = length;
    }

    private static float[] brightness() {
        float[] table = new float[256];
        for (int value = 0; value < table.length; value++) {
            table[value] = value / 255f;
        }
        return table;
    }

    @Override
    public int size() {
        return pixels.length / length;
    }

    @Override
    public void copy(int index, float[] into, int offset) {
        int from = index * length;
        for (int i = 0; i < length; i++) {
            into[offset + i] = BRIGHTNESS[pixels[from + i] & 0xff];
        }
    }

    @Override
    public byte[] bytes(int index) {
        return Arrays.copyOfRange(pixels, index * length, (index + 1) * length);
    }
}
