package peekbench.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Scene;
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
import peekbench.ui.model.look.LookMode;
import peekbench.ui.model.look.LookTab;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.service.WindowSettings;
import peekbench.ui.service.picture.Layer;

/** In no place is a text cut off: with large text, in a small window, with long names, of any outcome. */
@ExtendWith(ApplicationExtension.class)
@Tag("slow")
class LayoutTest {
    @TempDir
    private static Path workspace;

    @TempDir
    private static Path cache;

    private final List<String> found = new ArrayList<>();
    private Stage stage;
    private WindowModel window;

    @BeforeAll
    static void store() {
        SampleResults.write(workspace);
        SampleResults.longNames(workspace);
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
    @CsvSource({"1440, 900, 13, false", "1440, 900, 20, true", "1024, 700, 13, true", "720, 450, 13, false"})
    void noTextIsCutOff(double width, double height, int textSize, boolean dark, FxRobot robot) {
        robot.interact(() -> {
            Application.setUserAgentStylesheet(
                    dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
            window = SampleWindow.of(
                    cache, WindowSettings.INITIAL.withTextSize(textSize).withDark(dark));
            stage.hide(); // the screen in memory does not bear another size while it draws
            stage.setScene(new Scene(new Shell(window), width, height));
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            window.open(workspace);
        });
        for (String arm : List.of("open", "broken")) {
            on(robot, "pictures", arm);
        }
        on(robot, "long", SampleResults.LONG);
        for (LookMode mode : LookMode.values()) {
            robot.interact(() -> {
                window.look().choices().modeProperty().set(mode);
                window.look().choices().errorProperty().set(Optional.of(Layer.ERROR));
            });
            look(robot, "mode " + mode);
        }
        on(robot, "table", "lipids");
        on(robot, "claims", "labels");
        for (LookTab tab : window.look().tabs()) {
            robot.interact(() -> window.look().choices().tabProperty().set(tab));
            look(robot, "tab " + tab);
        }
        for (Place place : Place.values()) {
            robot.interact(() -> window.focus().change(now -> now.at(place)));
            look(robot, "place " + place);
        }
        robot.interact(() -> window.appearance().paletteProperty().set(true));
        look(robot, "palette");

        assertThat(found).isEmpty();
    }

    private void on(FxRobot robot, String folder, String group) {
        robot.interact(() -> {
            window.filter().apply("folder=results/" + folder);
            window.focus().change(now -> now.onArm(new ArmRow.Key("results/" + folder, group)));
        });
        look(robot, folder + " " + group);
    }

    private void look(FxRobot robot, String where) {
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
        robot.interact(() -> CutOff.in(stage.getScene()).forEach(one -> found.add(where + ": " + one)));
    }
}
