package peekbench.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jfree.chart.fx.ChartViewer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import peekbench.query.ArmRow;
import peekbench.report.chart.ChartTheme;
import peekbench.ui.FakeDesk;
import peekbench.ui.FakeScenarios;
import peekbench.ui.SampleResults;
import peekbench.ui.SharedStage;
import peekbench.ui.StagedRuns;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.service.IndexedArchive;
import peekbench.ui.service.WindowSettings;
import peekbench.ui.view.look.PictureSheet;
import peekbench.ui.view.part.Explain;

/** What can be done with arms and charts, and that their figures say where they are from. */
@ExtendWith(ApplicationExtension.class)
@Tag("slow")
class ArmsAndChartsTest {
    private static final ArmRow.Key OPEN = new ArmRow.Key("results/pictures", "open");
    private static final ArmRow.Key NOPEEK = new ArmRow.Key("results/pictures", "nopeek");
    private static final ArmRow.Key BROKEN = new ArmRow.Key("results/pictures", "broken");

    @TempDir
    private static Path workspace;

    @TempDir
    private static Path cache;

    @TempDir
    private static Path saved;

    private WindowModel window;

    @BeforeAll
    static void store() {
        SampleResults.write(workspace);
    }

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        window = new WindowModel(
                folder -> IndexedArchive.open(folder, cache),
                new FakeScenarios(),
                StagedRuns.services(new StagedRuns()),
                WindowSettings.INITIAL,
                new FakeDesk(Optional.of(saved)),
                Threads.of(Runnable::run));
        stage.setScene(new Scene(new Shell(window), 1440, 900));
        stage.setWidth(1440);
        stage.setHeight(900);
        stage.show();
        window.open(workspace);
        window.filter().apply("folder=results/pictures");
        window.focus().change(now -> now.onArm(OPEN));
    }

    @Test
    void aLabelIsDraggedToAnotherPlaceAndThatOrderIsPinned(FxRobot robot) {
        PictureSheet sheet = robot.lookup("#sheet").queryAs(PictureSheet.class);
        robot.drag(SharedStage.at(sheet, 60, SharedStage.label(sheet, 0)))
                .dropTo(SharedStage.at(sheet, 60, SharedStage.label(sheet, 1) + 4));
        assertThat(window.focus().get().pins().subList(0, 2)).containsExactly(second(), OPEN);

        robot.press(KeyCode.ALT, KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.ALT, KeyCode.SHIFT);
        assertThat(window.focus().get().pins().get(0))
                .as("by keys, back to the top")
                .isEqualTo(OPEN);
    }

    /** The arm that stood second before anything was moved: reports put those without a defense first, then by name. */
    private static ArmRow.Key second() {
        return NOPEEK;
    }

    @Test
    void inCompareTheArmsHaveAllTheirColumnsAndAreSortedByAny(FxRobot robot) {
        TableView<?> arms = robot.lookup("#arms").queryTableView();
        assertThat(headings(arms)).containsExactly("", "Arm", "Accuracy", "SSIM \u2191");
        robot.clickOn("#place-compare");
        assertThat(headings(arms))
                .containsExactly(
                        "",
                        "Protocol",
                        "Cut",
                        "Arm",
                        "Seeds",
                        "Accuracy",
                        "SSIM \u2191",
                        "Identified \u2191",
                        "Attack",
                        "Scenario");

        robot.clickOn("Cut");
        assertThat(window.arms().orderProperty().get().by().map(by -> by.label()))
                .contains("cut");
        robot.interact(() -> window.commands().get("sort-arm").run());
        assertThat(window.arms().rows().present()).extracting(ArmRow::key).containsExactly(NOPEEK, OPEN, BROKEN);
        robot.interact(() -> window.commands().get("sort-report").run());
        assertThat(window.arms().rows().present().get(0).key()).isEqualTo(OPEN);
    }

    @Test
    void whereNothingIsRebuiltAsAPictureTheTableShowsWhatLeaksThere(FxRobot robot) {
        robot.interact(() -> window.filter().apply("folder=results/table"));
        TableView<?> arms = robot.lookup("#arms").queryTableView();
        assertThat(headings(arms)).containsExactly("", "Arm", "Accuracy", "MSE \u2193");
        robot.interact(() -> window.filter().apply("folder=results/pictures"));
        assertThat(headings(arms)).containsExactly("", "Arm", "Accuracy", "SSIM \u2191");
    }

    @Test
    void chartsFollowTheThemeAndAreSavedOnWhite(FxRobot robot) throws Exception {
        robot.clickOn("#place-compare");
        ChartViewer viewer = (ChartViewer) robot.lookup("#tradeoff").query().lookup("ChartViewer");
        assertThat(viewer.getChart().getBackgroundPaint()).isEqualTo(ChartTheme.PAPER.background());
        robot.interact(() -> window.commands().get("theme").run());
        assertThat(viewer.getChart().getBackgroundPaint()).isEqualTo(ChartTheme.DARK.background());

        robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
        assertThat(Files.readString(saved.resolve("tradeoff.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(robot.lookup("#saved").queryAs(Label.class).getText()).contains("tradeoff.pdf");
        robot.interact(() -> window.commands().get("theme").run());
    }

    @Test
    void aFilterIsKeptUnderAName(FxRobot robot) {
        robot.interact(() ->
                window.appearance().keepFilter("pictures", window.focus().get().filter()));
        robot.interact(() -> window.filter().clear());
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("pictures").type(KeyCode.ENTER);
        assertThat(window.focus().get().filter()).isEqualTo("folder=results/pictures");
        robot.interact(() -> window.appearance().forgetFilter("pictures"));
        assertThat(window.appearance().settingsProperty().get().filters()).isEmpty();
    }

    @Test
    void everyFigureSaysWhereItIsFrom(FxRobot robot) {
        String table = Explain.of(robot.lookup("#arms").query());
        assertThat(table)
                .contains("Accuracy", "mean of 1 seed", "metrics.jsonl", "open in results/pictures", "scores.json")
                .contains("decoder: ", "mean-image (floor)")
                .contains("./peekbench trials " + workspace + " --arms --filter");
        assertThat(Explain.of(robot.lookup("#sentence").query()))
                .contains(
                        "trial open-seed1, seed 1", "decoder.npy", "scores.json", "./peekbench run tiny.yaml --seed 1");

        robot.clickOn("#sheet").type(KeyCode.HOME);
        assertThat(Explain.of(robot.lookup("#sheet").query()))
                .contains("is at place ", "victim-test/decoder.npy", "trial nopeek-seed1, seed 1");
        robot.interact(() ->
                window.focus().change(now -> now.at(Place.LOOK).onArm(new ArmRow.Key("results/claims", "labels"))));
        assertThat(robot.lookup("#outcome").query().lookupAll(".label").stream()
                        .map(Explain::of)
                        .toList())
                .anyMatch(text -> text.contains("labels.csv of trial labels-seed1"));
    }

    @Test
    void whoLookedStandsInTheSentenceOrThatItIsNotKnown(FxRobot robot) {
        Label sentence = robot.lookup("#sentence").queryAs(Label.class);
        assertThat(sentence.getText())
                .contains("A curious server sees the smashed data that leave the clients.")
                .contains("From that, the attack decoder rebuilt 24 records that nobody trained on");
        robot.interact(() -> window.focus().change(now -> now.onArm(NOPEEK)));
        assertThat(sentence.getText())
                .contains("who, the trial does not say, since it was stored before that was kept");
    }

    private static List<String> headings(TableView<?> table) {
        return table.getColumns().stream()
                .map(column -> column.getGraphic() instanceof Label label ? label.getText() : column.getText())
                .toList();
    }
}
