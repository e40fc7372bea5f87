package peekbench.ui.service.picture;

import java.io.IOException;
import peekbench.query.PixelRows;
import peekbench.result.file.ResultStoreException;

/** Numbers of a file as pixels: 0 is black, 1 is white, values outside are clipped, and nothing is stretched. */
final class PictureDecoder {
    private static final int OPAQUE = 0xff000000;
    private static final int WHITE = 255;

    private PictureDecoder() {}

    /** @throws ResultStoreException when a file is missing or damaged */
    static PicturePage decode(PageKey key) {
        try (PixelRows made = PixelRows.open(key.made())) {
            int from = key.from();
            int to = Math.min(made.rows(), from + PageKey.capacity(key.shape()));
            float[] pixels = made.pixels(from, to);
            return switch (key.layer()) {
                case ORIGINAL, MADE -> page(key, to - from, pixels, false);
                case ERROR, SIGNED -> {
                    try (PixelRows originals = PixelRows.open(key.originals())) {
                        yield page(key, to - from, errors(key, originals.pixels(from, to), pixels), true);
                    }
                }
            };
        } catch (IOException e) {
            throw ResultStoreException.reading(key.made(), e);
        }
    }

    /** {@code [count, 1, H, W]}: the mean over channels of the difference. */
    private static float[] errors(PageKey key, float[] originals, float[] made) {
        int plane = key.shape().plane();
        int channels = key.shape().channels();
        float[] errors = new float[made.length / channels];
        for (int i = 0; i < errors.length; i++) {
            int at = i / plane * channels * plane + i % plane;
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                double difference = made[at + c * plane] - originals[at + c * plane];
                sum += key.layer() == Layer.SIGNED ? difference : Math.abs(difference);
            }
            errors[i] = (float) (sum / channels);
        }
        return errors;
    }

    private static PicturePage page(PageKey key, int count, float[] values, boolean errors) {
        PictureShape shape = key.shape();
        int columns = PageKey.columns(shape);
        int width = columns * shape.width();
        int lines = Math.max(1, (count + columns - 1) / columns);
        int[] argb = new int[width * lines * shape.height()];
        int plane = shape.plane();
        int stride = count == 0 ? 0 : values.length / count;
        for (int i = 0; i < count; i++) {
            int corner = i / columns * shape.height() * width + i % columns * shape.width();
            for (int p = 0; p < plane; p++) {
                int at = i * stride + p;
                argb[corner + p / shape.width() * width + p % shape.width()] =
                        errors ? errorColour(key.layer(), values[at]) : colour(values, at, plane, shape.coloured());
            }
        }
        return new PicturePage(key, count, argb, values);
    }

    private static int errorColour(Layer layer, float value) {
        return layer == Layer.SIGNED ? ErrorColours.signed(value) : ErrorColours.of(value);
    }

    private static int colour(float[] values, int at, int plane, boolean coloured) {
        int red = level(values[at]);
        int green = coloured ? level(values[at + plane]) : red;
        int blue = coloured ? level(values[at + 2 * plane]) : red;
        return OPAQUE | red << 16 | green << 8 | blue;
    }

    private static int level(float value) {
        return Math.round(Math.max(0, Math.min(1, value)) * WHITE);
    }
}
