package peekbench.result.record;

import java.awt.image.BufferedImage;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Tensors as pictures. */
public final class PixelImage {
    private static final int WHITE = 255;

    private PixelImage() {}

    /**
     * One pixel a value, without any stretching: 0 is black, 1 is white, values outside are clipped.
     *
     * @param image {@code [C, H, W]} in [0, 1]; three channels are red, green and blue, otherwise the first is grey
     */
    public static BufferedImage of(INDArray image) {
        int channels = (int) image.size(0);
        int height = (int) image.size(1);
        int width = (int) image.size(2);
        float[] values = image.castTo(DataType.FLOAT).dup('c').data().asFloat();
        int plane = height * width;
        boolean coloured = channels == 3;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < plane; i++) {
            int red = level(values[i]);
            int green = coloured ? level(values[plane + i]) : red;
            int blue = coloured ? level(values[2 * plane + i]) : red;
            picture.setRGB(i % width, i / width, red << 16 | green << 8 | blue);
        }
        return picture;
    }

    private static int level(float value) {
        return Math.round(Math.max(0, Math.min(1, value)) * WHITE);
    }
}
