package peekbench.data.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peekbench.problem.ConfigurationException;

/** Against Pillow 9.4; see src/scripts/test-pictures.py. */
class PictureScaleTest {
    static Stream<String> resized() throws IOException {
        return Files.readAllLines(PictureFileTest.sample("resized.txt")).stream();
    }

    /** To 1 of 255: Pillow reckons in whole numbers of 22 bits, this in floats. */
    @ParameterizedTest
    @MethodSource("resized")
    void scalesAsPillowDoes(String line) {
        String[] words = line.split(" ", -1);
        Picture picture = PictureFile.of(PictureFileTest.sample(words[0])).decoded();
        Picture scaled = PictureScale.of(picture, Integer.parseInt(words[2]), Integer.parseInt(words[3]));
        byte[] pillow = HexFormat.of().parseHex(words[4]);
        assertThat(scaled.numbers()).hasSameSizeAs(pillow);
        for (int at = 0; at < pillow.length; at++) {
            assertThat(Math.abs((scaled.numbers()[at] & 0xff) - (pillow[at] & 0xff)))
                    .isLessThanOrEqualTo(1);
        }
    }

    /** Torchvision's Resize(8) makes 12 of the longer side of 24, and CenterCrop(8) leaves 2 columns out on each side. */
    @Test
    void theShorterSideIsScaledAndTheMiddleIsCut() {
        PictureFile file = PictureFile.of(PictureFileTest.sample("rgb.png"));
        PictureFit fit = new PictureFit(List.of(8), List.of(8), Optional.empty());
        assertThat(fit.sizeOf(file)).isEqualTo(new PictureFit.Size(8, 8));
        Picture whole = PictureScale.of(file.decoded(), 8, 12);
        Picture cut = fit.of(file.decoded(), 3);
        for (int row = 0; row < 3 * 8; row++) {
            for (int column = 0; column < 8; column++) {
                assertThat(cut.numbers()[row * 8 + column]).isEqualTo(whole.numbers()[row * 12 + 2 + column]);
            }
        }
    }

    @Test
    void greyIsMadeByLuminanceAndBecomesThreeColours() {
        Picture red = new Picture(3, 1, 1, new byte[] {(byte) 200, 0, 100});
        assertThat(red.inChannels(1).numbers()).containsExactly((byte) 71); // .299 · 200 + .114 · 100 = 71.2
        assertThat(red.inChannels(1).inChannels(3).numbers()).containsExactly(71, 71, 71);
    }

    @Test
    void whatCannotBeIsNamed() {
        PictureFile file = PictureFile.of(PictureFileTest.sample("rgb.png"));
        assertThatThrownBy(() -> new PictureFit(List.of(), List.of(20), Optional.empty()).sizeOf(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("rgb.png) is 24x16, too small to cut 20x20 out of it. Give a smaller crop");
        assertThatThrownBy(() -> new PictureFit(List.of(1, 2, 3), List.of(0), Optional.of(2)))
                .hasMessageContaining("resize: has 3 numbers")
                .hasMessageContaining("crop: is 0.0; it must lie between 1.0 and 4096.0")
                .hasMessageContaining("channels: is 2; it must be 1 for grey or 3");
    }
}
