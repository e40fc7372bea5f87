package peekbench.ui.view.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import peekbench.query.ArmRow;
import peekbench.ui.SampleResults;
import peekbench.ui.SampleWindow;
import peekbench.ui.SharedStage;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.SheetTile;
import peekbench.ui.service.WindowSettings;
import peekbench.ui.service.picture.Layer;

/**
 * The sheet, the error maps and the colours of the legend are what they were, pixel by pixel. Text is left out, since its
 * letters are the system's. Written anew by {@code -Dpeekbench.write=golden} with this test.
 */
@ExtendWith(ApplicationExtension.class)
@Tag("slow")
class GoldenPicturesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "peekbench", "ui", "view", "look");
    private static final boolean WRITE = "golden".equals(System.getProperty("peekbench.write"));

    @TempDir
    private static Path workspace;

    @TempDir
    private static Path cache;

    private Stage stage;
    private WindowModel window;

    @BeforeAll
    static void store() {
        SampleResults.write(workspace);
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        window = SampleWindow.of(cache, WindowSettings.INITIAL);
        window.open(workspace);
        window.filter().apply("folder=results/pictures");
        window.focus().change(now -> now.onArm(new ArmRow.Key("results/pictures", "open")));
        window.look().choices().zoomProperty().set(2);
        stage.setWidth(300);
        stage.setHeight(220);
        stage.show();
    }

    @AfterEach
    void sizeAsOthersExpect(FxRobot robot) {
        SharedStage.giveBack(robot, stage);
    }

    @Test
    void theSheet(FxRobot robot) throws IOException {
        compare("sheet", tiles(robot, Optional.empty(), List.of(Layer.ORIGINAL, Layer.MADE)));
    }

    @Test
    void errorMaps(FxRobot robot) throws IOException {
        compare("error", tiles(robot, Optional.of(Layer.ERROR), List.of(Layer.ERROR)));
        compare("signed-error", tiles(robot, Optional.of(Layer.SIGNED), List.of(Layer.SIGNED)));
    }

    @Test
    void theLegend(FxRobot robot) throws IOException {
        Node[] legend = new Node[1];
        robot.interact(() -> {
            window.look().choices().errorProperty().set(Optional.of(Layer.ERROR));
            legend[0] = new LegendPane(window);
            stage.setScene(new Scene(new StackPane(legend[0]), 300, 100));
        });
        compare("legend", part(picture(robot, legend[0]), LegendPane.COLOURS));
        robot.interact(() -> window.look().choices().errorProperty().set(Optional.of(Layer.SIGNED)));
        compare("signed-legend", part(picture(robot, legend[0]), LegendPane.COLOURS));
    }

    /** The pictures of some layers where they are on the sheet, all else black. */
    private BufferedImage tiles(FxRobot robot, Optional<Layer> error, List<Layer> layers) {
        PictureSheet[] made = new PictureSheet[1];
        robot.interact(() -> {
            window.look().choices().errorProperty().set(error);
            made[0] = new PictureSheet(window);
            window.look().pages().onRead(made[0]::repaint);
            stage.setScene(new Scene(new StackPane(made[0]), 300, 220));
        });
        WritableImage all = picture(robot, made[0]);
        BufferedImage kept = new BufferedImage((int) all.getWidth(), (int) all.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (SheetTile tile : made[0].sheet().orElseThrow().tiles(0, 0)) {
            boolean wanted = layers.contains(tile.layer());
            for (int y = tile.y(); wanted && y < Math.min(tile.y() + tile.height(), 200); y++) {
                for (int x = tile.x(); x < Math.min(tile.x() + tile.width(), 280); x++) {
                    kept.setRGB(x, y, all.getPixelReader().getArgb(x, y));
                }
            }
        }
        return kept;
    }

    private static WritableImage picture(FxRobot robot, Node node) {
        WritableImage[] taken = new WritableImage[1];
        robot.interact(() -> taken[0] = node.snapshot(null, null));
        return taken[0];
    }

    private static BufferedImage part(WritableImage all, Rectangle2D area) {
        BufferedImage part =
                new BufferedImage((int) area.getWidth(), (int) area.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < part.getHeight(); y++) {
            for (int x = 0; x < part.getWidth(); x++) {
                int argb = all.getPixelReader().getArgb((int) area.getMinX() + x, (int) area.getMinY() + y);
                part.setRGB(x, y, argb);
            }
        }
        return part;
    }

    private static void compare(String name, BufferedImage drawn) throws IOException {
        Path file = FOLDER.resolve(name + ".png");
        if (WRITE) {
            Files.createDirectories(FOLDER);
            ImageIO.write(drawn, "png", file.toFile());
        }
        BufferedImage golden = ImageIO.read(file.toFile());
        assertThat(drawn.getWidth()).isEqualTo(golden.getWidth());
        assertThat(drawn.getHeight()).isEqualTo(golden.getHeight());
        int differs = 0;
        for (int y = 0; y < golden.getHeight(); y++) {
            for (int x = 0; x < golden.getWidth(); x++) {
                differs += (drawn.getRGB(x, y) & 0xffffff) == (golden.getRGB(x, y) & 0xffffff) ? 0 : 1;
            }
        }
        assertThat(differs).as("pixels that differ from %s", file).isZero();
    }
}
