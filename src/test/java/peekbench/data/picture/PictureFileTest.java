package peekbench.data.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peekbench.problem.ConfigurationException;

/** Against Pillow 9.4, pixel by pixel; see src/scripts/test-pictures.py. */
class PictureFileTest {
    @TempDir
    private Path folder;

    static Path sample(String name) {
        try {
            return Path.of(Objects.requireNonNull(PictureFileTest.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<String> expected() throws IOException {
        return Files.readAllLines(sample("expected.txt")).stream();
    }

    /** Lossless files to the bit; JPEG to 3 of 255, since decoders may round their transforms and colours apart. */
    @ParameterizedTest
    @MethodSource("expected")
    void isDecodedAsPillowDoes(String line) {
        String[] words = line.split(" ", -1);
        PictureFile file = PictureFile.of(sample(words[0]));
        Picture picture = file.decoded();
        int[] shape = {Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3])};
        assertThat(new int[] {file.channels(), file.height(), file.width()}).isEqualTo(shape);
        assertThat(new int[] {picture.channels(), picture.height(), picture.width()})
                .isEqualTo(shape);
        byte[] pillow = HexFormat.of().parseHex(words[4]);
        int farthest = 0;
        for (int at = 0; at < pillow.length; at++) {
            farthest = Math.max(farthest, Math.abs((picture.numbers()[at] & 0xff) - (pillow[at] & 0xff)));
        }
        assertThat(farthest).as(words[0]).isLessThanOrEqualTo(file.format() == PictureFormat.JPEG ? 3 : 0);
        assertThat(file.isMisnamed()).isEqualTo(words[0].startsWith("jpeg-named"));
    }

    @Test
    void otherFormatsAreNamedWhateverTheirFilesAreCalled() throws IOException {
        assertThatThrownBy(() -> PictureFile.of(sample("gif-named.png")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("gif-named.png) is neither PNG nor JPEG but GIF. Convert it.");
        Path text = Files.writeString(folder.resolve("a.png"), "no picture");
        assertThatThrownBy(() -> PictureFile.of(text)).hasMessageContaining("a.png) is neither PNG nor JPEG. Convert");
        assertThatThrownBy(() -> PictureFile.of(folder.resolve("b.png")))
                .hasMessageContaining("b.png) cannot be read: it is not there.");
    }

    @Test
    void aHeadThatClaimsBillionsOfPixelsIsRefusedBeforeTheyTakeMemory() throws IOException {
        byte[] png = Files.readAllBytes(sample("grey.png"));
        ByteBuffer.wrap(png).putInt(16, 50_000).putInt(20, 50_000);
        Path huge = Files.write(folder.resolve("huge.png"), png);
        assertThatThrownBy(() -> PictureFile.of(huge))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("huge.png) has 50000x50000 pixels; it may have 100000000. Scale it first.");
        byte[] jpeg = Files.readAllBytes(sample("grey.jpg"));
        for (int at = 0; at < jpeg.length - 8; at++) {
            if (jpeg[at] == (byte) 0xff && jpeg[at + 1] == (byte) 0xc0) {
                ByteBuffer.wrap(jpeg).putShort(at + 5, (short) 50_000).putShort(at + 7, (short) 50_000);
            }
        }
        Path hugeJpeg = Files.write(folder.resolve("huge.jpg"), jpeg);
        assertThatThrownBy(() -> PictureFile.of(hugeJpeg)).hasMessageContaining("has 50000x50000 pixels; it may have");
    }

    @Test
    void damagedFilesAreNamed() throws IOException {
        for (String name : new String[] {"rgb.png", "rgb-16-bit.png", "rgb.jpg", "cmyk.jpg", "turn-6.jpg"}) {
            byte[] whole = Files.readAllBytes(sample(name));
            for (int part = 1; part < 8; part++) {
                Path cut = Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length * part / 8));
                assertThatThrownBy(() -> PictureFile.of(cut).decoded())
                        .as(name + " " + part)
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining(name + ") cannot be read: ");
            }
        }
        byte[] png = Files.readAllBytes(sample("rgb.png"));
        ByteBuffer.wrap(png).putInt(8 + 12 + 13, Integer.MAX_VALUE);
        Path claim = Files.write(folder.resolve("claim.png"), png);
        assertThatThrownBy(() -> PictureFile.of(claim))
                .hasMessageContaining("claim.png) cannot be read: it is truncated, or no PNG: a part of it says that it"
                        + " has 2147483647 bytes.");
    }
}
