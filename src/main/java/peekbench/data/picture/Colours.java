package peekbench.data.picture;

import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * What the samples of a raster mean. No colour space is converted, neither by a profile nor by a gamma that the file names: a
 * stored grey of 100 is 100, as Pillow, OpenCV and torchvision read it.
 *
 * <p>Sixteen bits become eight, {@code round(v / 257)}. What is transparent is laid over white: {@code round((a v + (255 - a)
 * 255) / 255)} with opacity {@code a}.
 */
sealed interface Colours {
    /** 1 for shades of grey, 3 for colours. */
    int channels();

    /** The numbers of a raster of these colours. */
    Picture picture(Raster raster);

    static Colours of(ColorModel model) {
        return model instanceof IndexColorModel palette ? Palette.of(palette) : new Samples(model);
    }

    /** {@code round((a v + (255 - a) 255) / 255)}. */
    private static byte overWhite(int value, int opacity) {
        return (byte) ((value * opacity + 255 * (255 - opacity) + 127) / 255);
    }

    /** A sample is a place in a list of colours, which are laid over white already. */
    record Palette(int channels, byte[] reds, byte[] greens, byte[] blues) implements Colours {
        static Palette of(IndexColorModel model) {
            int size = model.getMapSize();
            byte[] reds = new byte[size];
            byte[] greens = new byte[size];
            byte[] blues = new byte[size];
            boolean grey = true;
            for (int place = 0; place < size; place++) {
                int opacity = model.getAlpha(place);
                reds[place] = overWhite(model.getRed(place), opacity);
                greens[place] = overWhite(model.getGreen(place), opacity);
                blues[place] = overWhite(model.getBlue(place), opacity);
                grey &= reds[place] == greens[place] && greens[place] == blues[place];
            }
            return new Palette(grey ? 1 : 3, reds, greens, blues);
        }

        @Override
        public Picture picture(Raster raster) {
            int width = raster.getWidth();
            int plane = width * raster.getHeight();
            byte[] numbers = new byte[channels * plane];
            int[] row = new int[width];
            for (int y = 0; y < raster.getHeight(); y++) {
                raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
                for (int x = 0; x < width; x++) {
                    int at = y * width + x;
                    numbers[at] = reds[row[x]];
                    if (channels > 1) {
                        numbers[at + plane] = greens[row[x]];
                        numbers[at + 2 * plane] = blues[row[x]];
                    }
                }
            }
            return new Picture(channels, raster.getHeight(), width, numbers);
        }
    }

    /** Samples are shades of grey, or of red, green and blue; an opacity may follow. */
    record Samples(ColorModel model) implements Colours {
        @Override
        public int channels() {
            return model.getNumColorComponents() == 1 ? 1 : 3;
        }

        @Override
        public Picture picture(Raster raster) {
            int width = raster.getWidth();
            int bands = raster.getNumBands();
            int plane = width * raster.getHeight();
            int[] largest = new int[bands];
            for (int band = 0; band < bands; band++) {
                largest[band] = (1 << model.getComponentSize(band)) - 1;
            }
            byte[] numbers = new byte[channels() * plane];
            int[] row = new int[width * bands];
            for (int y = 0; y < raster.getHeight(); y++) {
                raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
                for (int x = 0; x < width; x++) {
                    int opacity = model.hasAlpha() ? eightBits(row[x * bands + bands - 1], largest[bands - 1]) : 255;
                    for (int channel = 0; channel < channels(); channel++) {
                        int value = eightBits(row[x * bands + channel], largest[channel]);
                        numbers[channel * plane + y * width + x] = overWhite(value, opacity);
                    }
                }
            }
            return new Picture(channels(), raster.getHeight(), width, numbers);
        }

        private static int eightBits(int sample, int largest) {
            return largest == 255 ? sample : (int) ((sample * 510L + largest) / (2L * largest));
        }
    }
}
