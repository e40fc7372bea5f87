package peekbench.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;

class OwnPicturesTest {
    @TempDir
    private Path folder;

    @Test
    void coloursBecomeGreyByLuminanceAndSidesAreScaled() throws IOException {
        picture("b.png", BufferedImage.TYPE_INT_RGB, new Color(255, 0, 0), 20, 10);
        picture("a.PNG", BufferedImage.TYPE_BYTE_GRAY, Color.WHITE, 4, 4);
        Files.writeString(folder.resolve("c.txt"), "left alone");

        OwnPictures own = OwnPictures.read(folder, Shape.of(1, 4, 4), Precision.FLOAT32);

        assertThat(own.names()).containsExactly("a.PNG", "b.png");
        assertThat(own.inputs().shape()).containsExactly(2, 1, 4, 4);
        assertThat(own.inputs().getDouble(0, 0, 1, 1)).isEqualTo(1);
        assertThat(own.inputs().getDouble(1, 0, 2, 3)).isCloseTo(.299, within(1e-6));
    }

    @Test
    void greyBecomesThreeEqualColoursAndOneFileIsEnough() throws IOException {
        Path file = picture("a.png", BufferedImage.TYPE_BYTE_GRAY, Color.WHITE, 3, 3);
        OwnPictures own = OwnPictures.read(file, Shape.of(3, 5, 5), Precision.FLOAT64);
        assertThat(own.inputs().shape()).containsExactly(1, 3, 5, 5);
        assertThat(own.inputs().meanNumber().doubleValue()).isCloseTo(1, within(1e-12));
    }

    @Test
    void whatDoesNotFitIsNamedWithWhatWould() throws IOException {
        Path file = picture("a.png", BufferedImage.TYPE_INT_RGB, Color.WHITE, 3, 3);
        assertThatThrownBy(() -> OwnPictures.read(file, Shape.of(2, 3, 3), Precision.FLOAT32))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The image (" + file + ") does not fit: images of 3 channels cannot become images of 2."
                        + " Give images of 2 channels.");
        assertThatThrownBy(() -> OwnPictures.read(file, Shape.of(7), Precision.FLOAT32))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("only images are scaled")
                .hasMessageContaining("Only clients of images can be sent one.");
    }

    private Path picture(String name, int type, Color colour, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
