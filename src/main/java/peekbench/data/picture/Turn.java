package peekbench.data.picture;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * How a stored picture is turned to be looked at, as EXIF's tag Orientation says: first rows and columns may change places, then
 * the picture is mirrored.
 *
 * @param transposed whether rows become columns
 * @param leftRight whether the result is mirrored from left to right
 * @param upDown whether the result is mirrored from top to bottom
 */
record Turn(boolean transposed, boolean leftRight, boolean upDown) {
    static final Turn NONE = new Turn(false, false, false);

    /** By the number of EXIF 2.32, table 4 F; numbers that it does not know turn nothing. */
    static Turn ofExif(int orientation) {
        return switch (orientation) {
            case 2 -> new Turn(false, true, false);
            case 3 -> new Turn(false, true, true);
            case 4 -> new Turn(false, false, true);
            case 5 -> new Turn(true, false, false);
            case 6 -> new Turn(true, true, false);
            case 7 -> new Turn(true, true, true);
            case 8 -> new Turn(true, false, true);
            default -> NONE;
        };
    }

    /** The turn that a JPEG file asks for. */
    static Turn ofJpeg(ImageInputStream jpeg) throws IOException {
        List<JPEGSegment> segments = JPEGSegmentUtil.readSegments(jpeg, JPEG.APP1, "Exif");
        if (segments.isEmpty()) {
            return NONE;
        }
        try (InputStream exif = segments.get(0).data()) {
            exif.skipNBytes(1); // pads the identifier
            return ofTiff(exif.readAllBytes());
        }
    }

    /** The turn that EXIF's tags ask for; none where they cannot be read, as other programs do. */
    static Turn ofTiff(byte[] tags) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(tags))) {
            Directory read = new TIFFReader().read(in);
            Directory first = read instanceof CompoundDirectory several ? several.getDirectory(0) : read;
            Entry orientation = first.getEntryById(TIFF.TAG_ORIENTATION);
            return orientation != null && orientation.getValue() instanceof Number number
                    ? ofExif(number.intValue())
                    : NONE;
        } catch (IOException | RuntimeException e) {
            return NONE;
        }
    }

    /** The picture as it is to be looked at. */
    Picture of(Picture stored) {
        if (equals(NONE)) {
            return stored;
        }
        int height = transposed ? stored.width() : stored.height();
        int width = transposed ? stored.height() : stored.width();
        byte[] from = stored.numbers();
        byte[] turned = new byte[from.length];
        for (int channel = 0; channel < stored.channels(); channel++) {
            int plane = channel * height * width;
            for (int y = 0; y < height; y++) {
                int row = upDown ? height - 1 - y : y;
                for (int x = 0; x < width; x++) {
                    int column = leftRight ? width - 1 - x : x;
                    turned[plane + y * width + x] =
                            from[plane + (transposed ? column * stored.width() + row : row * stored.width() + column)];
                }
            }
        }
        return new Picture(stored.channels(), height, width, turned);
    }
}
