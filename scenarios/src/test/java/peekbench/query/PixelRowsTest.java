package peekbench.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peekbench.result.file.ResultStoreException;

class PixelRowsTest {
    @TempDir
    private Path folder;

    @Test
    void readsOnlyTheRowsAskedFor() throws IOException {
        ByteBuffer content = numbers(6 * Float.BYTES);
        for (int i = 0; i < 6; i++) {
            content.putFloat(i + .5f);
        }

        try (PixelRows rows = PixelRows.open(file("'<f4'", "False", "(3, 1, 1, 2)", content))) {
            assertThat(rows.rows()).isEqualTo(3);
            assertThat(rows.rowShape()).containsExactly(1L, 1L, 2L);
            assertThat(rows.rowSize()).isEqualTo(2);
            assertThat(rows.pixels(1, 3)).containsExactly(2.5f, 3.5f, 4.5f, 5.5f);
            assertThat(rows.numbers(0, 1)).containsExactly(.5, 1.5);
            assertThat(rows.pixels(2, 2)).isEmpty();
            assertThatThrownBy(() -> rows.pixels(2, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void aVectorKeepsAllDigits() throws IOException {
        ByteBuffer content = numbers(2 * Double.BYTES).putDouble(.1).putDouble(Double.NaN);

        assertThat(PixelRows.vector(file("'<f8'", "False", "(2,)", content))).containsExactly(.1, Double.NaN);
    }

    @ParameterizedTest
    @CsvSource({"|u1,ff,255", "|i1,ff,-1", "<i2,feff,-2", "<i4,feffffff,-2", "<i8,0100000000000000,1"})
    void wholeNumbersAreReadAsSuch(String type, String hexadecimal, double expected) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(HexFormat.of().parseHex(hexadecimal));

        try (PixelRows rows = PixelRows.open(file("'" + type + "'", "False", "(1,)", content))) {
            assertThat(rows.numbers(0, 1)).containsExactly(expected);
            assertThat(rows.pixels(0, 1)).containsExactly((float) expected);
        }
    }

    @Test
    void aFileThatWasCutShortSaysSo() throws IOException {
        Path file = file("'<f4'", "False", "(2, 2)", numbers(12));

        assertThatThrownBy(() -> PixelRows.open(file))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("the file is truncated");
    }

    @Test
    void aFileThatIsCutShortAfterwardsSaysSo() throws IOException {
        Path file = file("'<f4'", "False", "(2, 2)", numbers(16));
        try (PixelRows rows = PixelRows.open(file)) {
            Files.write(file, new byte[10]);

            assertThatThrownBy(() -> rows.pixels(0, 2))
                    .isInstanceOf(ResultStoreException.class)
                    .hasMessageContaining("the file is truncated");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'>f4';False;(1,)",
                "'<f4';True;(1,)",
                "'<c8';False;(1,)",
                "'<f4';False;(-1,)",
                "'<f4';False;(99999999999999999999,)"
            })
    void whatTheStoreNeverWritesIsRefused(String type, String fortran, String shape) throws IOException {
        Path file = file("'" + type + "'", fortran, shape, numbers(8));

        assertThatThrownBy(() -> PixelRows.open(file))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining("is not of a little-endian float32, float64 or whole-number array in C order");
    }

    @Test
    void aShapeThatNoFileCanHoldIsRefusedBeforeMemoryIsTaken() throws IOException {
        Path file = file("'<f4'", "False", "(999999999999, 999999999999)", numbers(8));

        assertThatThrownBy(() -> PixelRows.open(file))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining("is larger than any file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "this is a text that is longer than the prefix of an array"})
    void anotherKindOfFileIsRefused(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("other.npy"), content);

        assertThatThrownBy(() -> PixelRows.open(file))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageMatching(
                        "Could not read .*: (the file is truncated|it is no NumPy array of format 1.0)\\..*");
    }

    @Test
    void aMissingFileSaysSo() {
        assertThatThrownBy(() -> PixelRows.open(folder.resolve("none.npy")))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining("none.npy: the file does not exist");
    }

    private static ByteBuffer numbers(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A file as NumPy writes it, header padded with blanks to a multiple of 64 bytes. */
    private Path file(String type, String fortran, String shape, ByteBuffer content) throws IOException {
        String header = "{'descr': " + type + ", 'fortran_order': " + fortran + ", 'shape': " + shape + ", }";
        String padded = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
        ByteBuffer all = ByteBuffer.allocate(10 + padded.length() + content.capacity())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.US_ASCII))
                .put(content.duplicate().clear());
        return Files.write(folder.resolve("array.npy"), all.array());
    }
}
