package peekbench.data.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** What a picture file is by its first bytes, whatever its name says. */
enum PictureFormat {
    PNG("\u0089PNG\r\n\u001a\n", "(?i).*\\.png"),
    JPEG("\u00ff\u00d8\u00ff", "(?i).*\\.jpe?g"),
    GIF("GIF8", "(?i).*\\.gif"),
    BMP("BM", "(?i).*\\.bmp"),
    TIFF("II*\0", "(?i).*\\.tiff?"),
    BIG_ENDIAN_TIFF("MM\0*", "(?i).*\\.tiff?"),
    WEBP("RIFF", "(?i).*\\.webp");

    private static final int LONGEST_BEGINNING = 8;

    private final String beginning;
    private final String names;

    PictureFormat(String beginning, String names) {
        this.beginning = beginning;
        this.names = names;
    }

    static Optional<PictureFormat> of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String first = new String(in.readNBytes(LONGEST_BEGINNING), StandardCharsets.ISO_8859_1);
            return Arrays.stream(values())
                    .filter(format -> first.startsWith(format.beginning))
                    .findFirst();
        }
    }

    /** Whether it is read here. */
    boolean isRead() {
        return this == PNG || this == JPEG;
    }

    /** Whether a file of this name says that it is of this format. */
    boolean isNamed(Path file) {
        return file.toString().matches(names);
    }
}
