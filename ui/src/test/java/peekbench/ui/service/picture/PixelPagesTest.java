package peekbench.ui.service.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelPagesTest {
    private static final int SIDE = 64;
    private static final int COUNT = 40;
    private static final int A_PAGE = 16;

    @TempDir
    private Path folder;

    private final PixelPages pages = new PixelPages(Runnable::run, Runnable::run, PixelPages.USUAL_BYTES);
    private PictureArrays arrays = arrays("", "");

    private PictureArrays arrays(String originals, String made) {
        return new PictureArrays(
                "decoder",
                OptionalInt.empty(),
                Path.of(originals),
                Path.of(made),
                Optional.of(new PictureShape(1, SIDE, SIDE)),
                COUNT,
                List.of(),
                List.of());
    }

    @BeforeEach
    void write() throws IOException {
        Path originals = folder.resolve("originals.npy");
        Path made = folder.resolve("decoder.npy");
        npy(originals, 0);
        npy(made, .25f);
        arrays = arrays(originals.toString(), made.toString());
    }

    /** Picture i has the grey i / 100 and more everywhere. */
    private static void npy(Path file, float more) throws IOException {
        String header =
                "{'descr': '<f4', 'fortran_order': False, 'shape': (" + COUNT + ", 1, " + SIDE + ", " + SIDE + "), }";
        int padded = 118;
        ByteBuffer bytes =
                ByteBuffer.allocate(10 + padded + 4 * COUNT * SIDE * SIDE).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) padded);
        bytes.put((header + " ".repeat(padded - header.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < COUNT * SIDE * SIDE; i++) {
            int picture = i / (SIDE * SIDE);
            bytes.putFloat(picture / 100f + more);
        }
        Files.write(file, bytes.array());
    }

    @Test
    void aPlaceIsFoundOnItsPageAndPagesAreReadOnce() {
        PicturePage page = pages.page(arrays, Layer.ORIGINAL, 21).orElseThrow();

        int at = page.y(21) * page.width() + page.x(21);
        assertThat(page.pixels().get(at)).isEqualTo(0xff363636); // 0.21 of 255 is 54
        assertThat(page.value(21, 3, 5)).isEqualTo(.21f);
        assertThat(pages.page(arrays, Layer.ORIGINAL, 22)).containsSame(page);
        assertThat(pages.page(arrays, Layer.ORIGINAL, A_PAGE - 1))
                .isNotEmpty()
                .get()
                .isNotSameAs(page);
        assertThat(pages.reads()).isEqualTo(2);
    }

    @Test
    void errorsAreCividisFromZeroToAHalfWhateverIsShown() {
        PicturePage page = pages.page(arrays, Layer.ERROR, 0).orElseThrow();

        assertThat(page.pixels().get(0)).isEqualTo(ErrorColours.of(.25));
        assertThat(ErrorColours.of(.5)).isNotEqualTo(ErrorColours.ABOVE);
        assertThat(ErrorColours.of(.51)).as("beyond the scale").isEqualTo(ErrorColours.ABOVE);
        assertThat(ErrorColours.of(0) & 0xff).as("cividis begins blue").isGreaterThan(ErrorColours.of(0) >> 16 & 0xff);
    }

    @Test
    void signedErrorsAreOrangeWhereTheReconstructionIsBrighter() {
        PicturePage page = pages.page(arrays, Layer.SIGNED, 0).orElseThrow();

        assertThat(page.value(0, 0, 0)).isEqualTo(.25);
        assertThat(page.pixels().get(0)).isEqualTo(ErrorColours.signed(.25));
        assertThat(ErrorColours.signed(0)).isEqualTo(0xffffffff);
        assertThat(ErrorColours.signed(-.6)).isEqualTo(ErrorColours.SIGNED_BELOW);
        assertThat(ErrorColours.signed(.6)).isEqualTo(ErrorColours.SIGNED_ABOVE);
    }

    @Test
    void thePagesThatWereNotLookedAtLongestGo() {
        long one = (256L * 256 + 256 * 256) * 4;
        PixelPages few = new PixelPages(Runnable::run, Runnable::run, 2 * one);

        for (int place : new int[] {0, A_PAGE, 0, 2 * A_PAGE, 0, A_PAGE}) {
            assertThat(few.page(arrays, Layer.MADE, place)).isPresent();
        }

        assertThat(few.reads()).as("the second was thrown out for the third").isEqualTo(4);
    }

    @Test
    void anArrayThatIsDamagedIsToldAndNotReadAgain() throws IOException {
        Files.write(arrays.made(), new byte[] {1, 2, 3});

        assertThat(pages.page(arrays, Layer.MADE, 0)).isEmpty();
        assertThat(pages.page(arrays, Layer.MADE, 1)).isEmpty();
        assertThat(pages.reads()).isEqualTo(1);
        assertThat(pages.problem(arrays, Layer.MADE, 0))
                .hasValueSatisfying(why -> assertThat(why).contains("decoder.npy"));

        npy(arrays.made(), 0);
        pages.clear();
        assertThat(pages.page(arrays, Layer.MADE, 0)).isPresent();
    }
}
