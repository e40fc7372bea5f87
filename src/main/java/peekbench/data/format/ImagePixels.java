package peekbench.data.format;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;

/**
 * The pixels of image files of one size.
 *
 * @param shape of one image: one channel when all files are grey, else red, green, blue
 * @param bytes {@code [N, C, H, W]}
 */
record ImagePixels(Shape shape, byte[] bytes) {
    /** No network here takes images that are larger by far. */
    private static final int LONGEST_SIDE = 4096;
    /** What one array can hold. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

    static ImagePixels read(List<Path> files) {
        List<BufferedImage> images = new ArrayList<>();
        for (Path file : files) {
            images.add(read(file));
        }
        int width = images.get(0).getWidth();
        int height = images.get(0).getHeight();
        for (int i = 0; i < images.size(); i++) {
            if (images.get(i).getWidth() != width || images.get(i).getHeight() != height) {
                throw new ConfigurationException("The image (" + files.get(i) + ") is "
                        + images.get(i).getWidth() + "x" + images.get(i).getHeight() + ", the first is " + width + "x"
                        + height + "; all must have one size. Scale them first.");
            }
        }
        boolean grey = images.stream().allMatch(image -> image.getRaster().getNumBands() == 1);
        Shape shape = Shape.of(grey ? 1 : 3, height, width);
        long numbers = (long) images.size() * shape.length();
        if (numbers > MOST_BYTES) {
            throw new ConfigurationException("The " + images.size() + " images of " + width + "x" + height
                    + " pixels have " + numbers + " numbers together; a data set can have " + MOST_BYTES
                    + ". Take fewer, or scale them.");
        }
        byte[] bytes = new byte[(int) numbers];
        for (int i = 0; i < images.size(); i++) {
            copy(images.get(i), shape, bytes, i * shape.length());
        }
        return new ImagePixels(shape, bytes);
    }

    private static BufferedImage read(Path file) {
        try {
            checkSize(file);
            BufferedImage image = ImageIO.read(file.toFile());
            if (image == null) {
                throw new ConfigurationException("The image (" + file + ") is neither PNG nor JPEG. Convert it.");
            }
            return image;
        } catch (IOException e) {
            throw new ConfigurationException("The image (" + file + ") cannot be read: " + e.getMessage()
                    + ". Check that it is there and whole.");
        }
    }

    /** From the file's head, before its pixels take any memory. */
    private static void checkSize(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = in == null ? Collections.emptyIterator() : ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return; // said by who decodes it
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (width > LONGEST_SIDE || height > LONGEST_SIDE) {
                    throw new ConfigurationException("The image (" + file + ") has " + width + "x" + height
                            + " pixels; a side may have " + LONGEST_SIDE + ". Scale it first.");
                }
            } finally {
                reader.dispose();
            }
        }
    }

    private static void copy(BufferedImage image, Shape shape, byte[] bytes, int offset) {
        int plane = shape.size(1) * shape.size(2);
        Raster raster = image.getRaster();
        for (int y = 0; y < shape.size(1); y++) {
            for (int x = 0; x < shape.size(2); x++) {
                int at = offset + y * shape.size(2) + x;
                if (shape.size(0) == 1) {
                    bytes[at] = (byte) raster.getSample(x, y, 0);
                } else {
                    int colour = image.getRGB(x, y);
                    bytes[at] = (byte) (colour >> 16);
                    bytes[at + plane] = (byte) (colour >> 8);
                    bytes[at + 2 * plane] = (byte) colour;
                }
            }
        }
    }
}
