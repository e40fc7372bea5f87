package peekbench.ui;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import peekbench.ui.model.look.StripSheet;
import peekbench.ui.view.look.PictureSheet;

/** The stage that tests share, which keeps its size, and places on it. */
public final class SharedStage {
    private SharedStage() {}

    /** Hides it, as large as other tests expect it. */
    public static void giveBack(FxRobot robot, Stage stage) {
        robot.interact(() -> {
            stage.hide();
            stage.setWidth(1440);
            stage.setHeight(900);
        });
    }

    /** How far down the label of a row is on a strip, in pixels of the device. */
    public static int label(PictureSheet sheet, int row) {
        StripSheet strip = (StripSheet) sheet.sheet().orElseThrow();
        for (int i = 0; i < strip.lines().size(); i++) {
            if (strip.lines().get(i).row() == row) {
                return strip.top(i) - 6;
            }
        }
        throw new AssertionError("no row " + row);
    }

    /** A place on a node, on the screen. */
    public static Point2D at(Node node, double x, double y) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getMinX() + x, bounds.getMinY() + y);
    }
}
