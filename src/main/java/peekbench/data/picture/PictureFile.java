package peekbench.data.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import peekbench.problem.ConfigurationException;

/**
 * A PNG or JPEG file of which only the head was read: what it is tells its content, not its name, and how large it is is known
 * before its pixels take memory.
 *
 * @param file where it is
 * @param channels 1 when it holds shades of grey only, a palette of greys included, else 3
 * @param height when looked at, so after it was turned
 * @param width when looked at
 * @param turn how it is turned
 * @param format by its content
 * @param bits of a number as it is stored; more than 8 are rounded to 8
 */
record PictureFile(Path file, int channels, int height, int width, Turn turn, PictureFormat format, int bits) {
    /** As many as the largest photographs have; a head that claims more is taken for a mistake or an attack. */
    private static final long MOST_PIXELS = 100_000_000;

    /** What decoding takes: a picture as the reader makes it, and as numbers. */
    private static final long BYTES_A_PIXEL = 12;

    /**
     * Reads the head.
     *
     * @throws ConfigurationException when the file is missing, damaged, of another kind or too large
     */
    static PictureFile of(Path file) {
        try {
            Optional<PictureFormat> format = PictureFormat.of(file);
            if (format.filter(PictureFormat::isRead).isEmpty()) {
                throw new ConfigurationException("The image (" + file + ") is neither PNG nor JPEG"
                        + format.map(other -> " but " + other.name().toUpperCase(Locale.ROOT))
                                .orElse("")
                        + ". Convert it.");
            }
            return head(file, format.get());
        } catch (IOException | RuntimeException e) {
            throw unreadable(file, e);
        }
    }

    private static PictureFile head(Path file, PictureFormat format) throws IOException {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            Turn turn = format == PictureFormat.PNG ? PngChunks.turn(in) : Turn.ofJpeg(in);
            in.seek(0);
            ImageReader reader = reader(format);
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                checkSize(file, width, height);
                ColorModel colours = colours(reader);
                return new PictureFile(
                        file,
                        Colours.of(colours).channels(),
                        turn.transposed() ? width : height,
                        turn.transposed() ? height : width,
                        turn,
                        format,
                        colours instanceof IndexColorModel ? Byte.SIZE : colours.getComponentSize(0));
            } finally {
                reader.dispose();
            }
        }
    }

    private static ColorModel colours(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            throw new IOException("its colours are of no known kind");
        }
        return types.next().getColorModel();
    }

    private static void checkSize(Path file, int width, int height) {
        long pixels = (long) width * height;
        if (pixels > MOST_PIXELS) {
            throw new ConfigurationException("The image (" + file + ") has " + width + "x" + height
                    + " pixels; it may have " + MOST_PIXELS + ". Scale it first.");
        }
        long memory = Runtime.getRuntime().maxMemory();
        if (pixels * BYTES_A_PIXEL > memory) {
            throw new ConfigurationException(
                    "The image (" + file + ") has " + width + "x" + height
                            + " pixels, and to decode it takes about " + ((pixels * BYTES_A_PIXEL) >> 20)
                            + " MB of memory, of which this process may have " + (memory >> 20)
                            + ". Scale it first, or give more, as in PEEKBENCH_JAVA_OPTIONS=-Xmx8g, and trials as in --memory 4g.");
        }
    }

    private static ImageReader reader(PictureFormat format) {
        return ImageIO.getImageReadersByFormatName(format.name()).next();
    }

    /**
     * Decodes the pixels and turns them as they are to be looked at.
     *
     * @throws ConfigurationException when the file is damaged
     */
    Picture decoded() {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            ImageReader reader = reader(format);
            try {
                reader.setInput(in, true, true);
                List<String> warnings = new ArrayList<>();
                reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
                BufferedImage image = reader.read(0);
                if (warnings.stream().anyMatch(warning -> warning.matches("(?i).*(premature end|truncated).*"))) {
                    throw new EOFException();
                }
                return turn.of(Colours.of(image.getColorModel()).picture(image.getRaster()));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw unreadable(file, e);
        }
    }

    /** Whether its name says something else than its content. */
    boolean isMisnamed() {
        return !format.isNamed(file);
    }

    /** Readers of damaged files fail in many ways. */
    private static ConfigurationException unreadable(Path file, Exception failure) {
        if (failure instanceof ConfigurationException told) {
            return told;
        }
        String reason = failure instanceof NoSuchFileException || !Files.exists(file)
                ? "it is not there"
                : failure instanceof EOFException || failure instanceof IndexOutOfBoundsException
                        ? "it ends too early"
                        : Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        return new ConfigurationException(
                "The image (" + file + ") cannot be read: " + reason + ". Check that it is there and whole.");
    }
}
