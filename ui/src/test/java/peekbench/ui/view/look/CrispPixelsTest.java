package peekbench.ui.view.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import peekbench.query.ArmRow;
import peekbench.ui.SampleResults;
import peekbench.ui.SampleWindow;
import peekbench.ui.SharedStage;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.SheetModel;
import peekbench.ui.model.look.SheetTile;
import peekbench.ui.service.WindowSettings;
import peekbench.ui.service.picture.Layer;

/** A checkerboard has no grey between its black and white at any scale of the display, wherever the sheet is moved to. */
@ExtendWith(ApplicationExtension.class)
@Tag("slow")
class CrispPixelsTest {
    private static final double WIDTH = 700;
    private static final double HEIGHT = 400;

    @TempDir
    private static Path workspace;

    @TempDir
    private static Path cache;

    private Stage stage;

    @BeforeAll
    static void store() {
        SampleResults.write(workspace);
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        stage.show();
    }

    @AfterEach
    void sizeAsOthersExpect(FxRobot robot) {
        SharedStage.giveBack(robot, stage);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2", "1, 3", "1, 6", "1, 12", "1.25, 3", "1.5, 3", "1.5, 4", "2, 3", "2, 6"})
    void aCheckerboardHasNoGreyInBetween(double scale, int zoom, FxRobot robot) {
        WindowModel window = SampleWindow.of(cache, WindowSettings.INITIAL);
        PictureSheet[] made = new PictureSheet[1];
        robot.interact(() -> {
            window.open(workspace);
            window.filter().apply("folder=results/pictures");
            window.focus().change(now -> now.onArm(new ArmRow.Key("results/pictures", "open")));
            window.look().choices().zoomProperty().set(zoom);
            made[0] = new PictureSheet(window, node -> scale);
            window.look().pages().onRead(made[0]::repaint);
            stage.hide();
            stage.setScene(new Scene(new StackPane(made[0]), WIDTH, HEIGHT));
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            stage.show();
        });
        PictureSheet sheet = made[0];
        PixelReader pixels = picture(robot, sheet, scale);

        SheetModel model = sheet.sheet().orElseThrow();
        List<SheetTile> originals = model.tiles(0, 0).stream()
                .filter(tile -> tile.layer() == Layer.ORIGINAL)
                .filter(inSight(model))
                .toList();
        assertThat(originals).hasSizeGreaterThan(1);
        for (SheetTile tile : originals) {
            assertThat(Checkerboard.wrong(pixels, tile, 0, 0, zoom))
                    .as("pixels of the picture at %d, %d", tile.x(), tile.y())
                    .isZero();
        }
    }

    private static Predicate<SheetTile> inSight(SheetModel model) {
        return tile -> tile.x() + tile.width() <= model.sizes().viewWidth()
                && tile.y() + tile.height() <= model.sizes().viewHeight();
    }

    private static PixelReader picture(FxRobot robot, PictureSheet sheet, double scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        WritableImage[] taken = new WritableImage[1];
        robot.interact(() -> taken[0] = sheet.snapshot(parameters, null));
        return taken[0].getPixelReader();
    }
}
