package peekbench.data.picture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.stream.ImageInputStream;

/** The chunks of a PNG file, walked over without a look at their content. */
final class PngChunks {
    private static final int SIGNATURE = 8;
    private static final int CHECKSUM = 4;

    private PngChunks() {}

    /**
     * The turn that a PNG file asks for in its chunk {@code eXIf}.
     *
     * @throws IOException when a chunk says that it is longer than the file, so that nobody takes memory for it
     */
    static Turn turn(ImageInputStream png) throws IOException {
        png.seek(SIGNATURE);
        long end = png.length();
        Turn turn = Turn.NONE;
        byte[] name = new byte[4];
        while (png.getStreamPosition() < end) {
            long length = png.readUnsignedInt();
            png.readFully(name);
            if (length > end - png.getStreamPosition()) {
                throw new IOException("it is truncated, or no PNG: a part of it says that it has " + length + " bytes");
            }
            String kind = new String(name, StandardCharsets.ISO_8859_1);
            if (kind.equals("eXIf")) {
                byte[] tags = new byte[Math.toIntExact(length)];
                png.readFully(tags);
                turn = Turn.ofTiff(tags);
            } else if (kind.equals("IEND")) {
                return turn;
            } else {
                png.seek(png.getStreamPosition() + length);
            }
            png.seek(png.getStreamPosition() + CHECKSUM);
        }
        throw new IOException("it is truncated: it has no end");
    }
}
