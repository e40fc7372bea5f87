package peekbench.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.controlsfx.control.GridView;
import org.jfree.chart.fx.ChartViewer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import peekbench.report.estimate.Column;
import peekbench.ui.FakeResultFolders;
import peekbench.ui.model.ResultViewModel;

@ExtendWith(ApplicationExtension.class)
@Tag("slow")
class ResultViewTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private ResultViewModel model;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        model = new ResultViewModel(
                new FakeResultFolders(),
                startAt -> Optional.of(Path.of("results", "quickstart")),
                Runnable::run,
                Runnable::run);
        scene = new Scene(new ResultView(model), 1280, 800);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void openingAFolderFillsTableAndGallery(FxRobot robot) throws IOException {
        robot.clickOn("#open");

        TableView<?> trials = robot.lookup("#trials").queryTableView();
        assertThat(trials.getItems()).hasSize(3);
        assertThat(trials.getSelectionModel().getSelectedIndex()).isZero();
        GridView<?> pictures = robot.lookup("#pictures").queryAs(GridView.class);
        assertThat(pictures.getItems()).hasSize(30);
        assertThat(robot.lookup("#folder").queryAs(Label.class).getText()).endsWith("quickstart");
        screenshot(robot, "gallery.png");
    }

    @Test
    void whatIsNotShownIsSaidBelowTheTable(FxRobot robot) {
        robot.clickOn("#open");

        assertThat(robot.lookup("#lacks").queryAs(TitledPane.class).isVisible()).isTrue();
        assertThat(robot.lookup("#lacks").queryAs(TitledPane.class).getText()).isEqualTo("Not shown (1)");
        assertThat(robot.lookup("#reasons").queryAs(Label.class).getText()).isEqualTo(FakeResultFolders.LACK);

        robot.interact(() -> model.open(Path.of("results", "whole")));

        assertThat(robot.lookup("#lacks").queryAs(TitledPane.class).isVisible()).isFalse();
    }

    @Test
    void theTableSpeaksAsTheReportDoes(FxRobot robot) {
        robot.clickOn("#open");

        TableView<?> trials = robot.lookup("#trials").queryTableView();
        assertThat(trials.getColumns())
                .extracting(TableColumn::getText)
                .containsExactly(
                        "Protocol", "Cut", "Arm", "Seed", Column.ACCURACY.heading(), Column.SSIM.heading(), "Further");
        assertThat(cells(trials, 0))
                .containsExactly("vanilla-split", "pool1", "no defense", "1", "86.4%", "0.910", "0.09");
        assertThat(cells(trials, 2)).as("a failed trial").endsWith("1", "failed", "\u2013", "\u2013");
    }

    private static List<Object> cells(TableView<?> table, int row) {
        return table.getColumns().stream()
                .<Object>map(column -> column.getCellData(row))
                .toList();
    }

    @Test
    void aClickShowsWhatTheAttackMadeOfTrainingRecords(FxRobot robot) {
        robot.clickOn("#open").clickOn("#victim-train");

        assertThat(robot.lookup("#picture-count").queryAs(Label.class).getText())
                .startsWith("7 pictures, each above its reconstruction");
    }

    @Test
    void curvesAreDrawn(FxRobot robot) throws IOException {
        robot.clickOn("#open").clickOn("Training");

        assertThat(robot.lookup("#curves").queryAs(Pane.class).getChildren()).hasOnlyElementsOfType(ChartViewer.class);
        screenshot(robot, "curves.png");
    }

    @Test
    void aFailedTrialStaysInTheTableAndSaysSo(FxRobot robot) {
        robot.clickOn("#open").clickOn("failed");

        assertThat(model.selectedProperty().get()).contains(FakeResultFolders.FAILED);
        assertThat(robot.lookup("#picture-count").queryAs(Label.class).getText())
                .isEqualTo("This trial failed: the loss is not a number");
    }

    @Test
    void aProblemIsShownUntilTheNextSuccess(FxRobot robot) {
        Label problem = robot.lookup("#problem").queryAs(Label.class);
        assertThat(problem.isVisible()).isFalse();

        robot.interact(() -> model.open(Path.of("damaged")));
        assertThat(problem.getText()).contains("the file is truncated");
        assertThat(problem.isVisible()).isTrue();

        robot.clickOn("#open");
        assertThat(problem.isVisible()).isFalse();
    }

    private void screenshot(FxRobot robot, String name) throws IOException {
        WritableImage[] taken = new WritableImage[1];
        robot.interact(() -> taken[0] = scene.snapshot(null));
        Files.createDirectories(SCREENSHOTS);
        Path file = SCREENSHOTS.resolve(name);
        ImageIO.write(SwingFXUtils.fromFXImage(taken[0], null), "png", file.toFile());
        assertThat(file).isNotEmptyFile();
    }
}
