package peekbench.ui.view.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import peekbench.query.ArmRow;
import peekbench.ui.SampleResults;
import peekbench.ui.SampleWindow;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.SheetTile;
import peekbench.ui.service.WindowSettings;

/**
 * The checkerboard as a real screen shows it, read back from there; at the scale that the profile {@code screen} asks for. Not in
 * the usual build, which has no screen; CONTRIBUTING.md has the command.
 */
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "peekbench.screen", matches = "true")
class ScreenPixelsTest {
    private static final int ZOOM = 3;

    @TempDir
    private static Path workspace;

    @TempDir
    private static Path cache;

    private PictureSheet sheet;

    @BeforeAll
    static void store() {
        SampleResults.write(workspace);
    }

    @Start
    void start(Stage stage) {
        WindowModel window = SampleWindow.of(cache, WindowSettings.INITIAL);
        window.open(workspace);
        window.filter().apply("folder=results/pictures");
        window.focus().change(now -> now.onArm(new ArmRow.Key("results/pictures", "open")));
        window.look().choices().zoomProperty().set(ZOOM);
        sheet = new PictureSheet(window);
        window.look().pages().onRead(sheet::repaint);
        stage.setScene(new Scene(new StackPane(sheet), 640, 400));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void aScreenShowsTheVeryPixels(FxRobot robot) throws Exception {
        double scale = Screen.getPrimary().getOutputScaleX();
        assertThat(scale).isEqualTo(Double.parseDouble(System.getProperty("peekbench.screen.scale", "1")));
        SheetTile tile = sheet.sheet().orElseThrow().tiles(0, 0).get(0);

        // The screen shows what was drawn some frames later.
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> wrong(robot, tile) == 0);

        assertThat(wrong(robot, tile)).isZero();
    }

    private int wrong(FxRobot robot, SheetTile tile) {
        int[] wrong = new int[1];
        robot.interact(() -> {
            Point2D corner = sheet.localToScreen(0, 0);
            Rectangle2D area = new Rectangle2D(corner.getX(), corner.getY(), sheet.getWidth(), sheet.getHeight());
            WritableImage screen = new Robot().getScreenCapture(null, area, false);
            wrong[0] = screen.getWidth() < tile.x() + tile.width()
                    ? Integer.MAX_VALUE
                    : Checkerboard.wrong(screen.getPixelReader(), tile, 0, 0, ZOOM);
        });
        return wrong[0];
    }
}
