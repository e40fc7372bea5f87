package peekbench.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import peekbench.query.ArmRow;
import peekbench.threat.observation.TargetSet;
import peekbench.ui.FakeArchive;
import peekbench.ui.FakeDesk;
import peekbench.ui.FakeScenarios;
import peekbench.ui.SampleResults;
import peekbench.ui.SharedStage;
import peekbench.ui.StagedRuns;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.LookMode;
import peekbench.ui.model.look.LookTab;
import peekbench.ui.model.look.SheetTile;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.service.IndexedArchive;
import peekbench.ui.service.TrialArchive;
import peekbench.ui.service.WindowSettings;
import peekbench.ui.view.look.PictureSheet;

/** What people do with the window, on stored results; everything is done at once, in the window's thread. */
@ExtendWith(ApplicationExtension.class)
@Tag("slow")
class WindowStoriesTest {
    private static final ArmRow.Key OPEN = new ArmRow.Key("results/pictures", "open");
    private static final ArmRow.Key NOPEEK = new ArmRow.Key("results/pictures", "nopeek");
    private static final Path MANY = Path.of("many");

    @TempDir
    private static Path workspace;

    @TempDir
    private static Path cache;

    private final FakeArchive many = new FakeArchive(10_000);
    private final FakeDesk desk = new FakeDesk(Optional.of(workspace));
    private WindowModel window;
    private Scene scene;

    @BeforeAll
    static void store() {
        SampleResults.write(workspace);
    }

    private WindowModel model() {
        return new WindowModel(
                this::archive,
                new FakeScenarios(),
                StagedRuns.services(new StagedRuns()),
                WindowSettings.INITIAL,
                desk,
                Threads.of(Runnable::run));
    }

    private TrialArchive archive(Path folder) {
        return folder.equals(MANY) ? many : IndexedArchive.open(folder, cache);
    }

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        window = model();
        scene = new Scene(new Shell(window), 1440, 900);
        stage.setScene(scene);
        stage.setWidth(1440); // tests share the stage, and it keeps its size
        stage.setHeight(900);
        stage.show();
    }

    private void open(FxRobot robot, String filter) {
        robot.interact(() -> {
            window.open(workspace);
            window.filter().apply(filter);
            window.focus().change(now -> now.onArm(OPEN));
        });
    }

    @Test
    void whatIsSelectedInTheTableIsARowOfTheStripAndBack(FxRobot robot) {
        open(robot, "folder=results/pictures");
        TableView<?> arms = robot.lookup("#arms").queryTableView();
        assertThat(arms.getItems()).hasSize(3);

        robot.clickOn("NoPeek CE + 2\u00b7dCor");
        assertThat(window.focus().get().arm()).contains(NOPEEK);
        assertThat(text(robot, "#sentence")).contains(SampleResults.NOPEEK, "24 records that nobody trained on");

        PictureSheet sheet = robot.lookup("#sheet").queryAs(PictureSheet.class);
        robot.clickOn(SharedStage.at(sheet, 40, SharedStage.label(sheet, 0)));
        assertThat(window.focus().get().arm()).as("the first row's label").contains(OPEN);
        assertThat(arms.getSelectionModel().getSelectedIndex())
                .isEqualTo(window.arms().indexOf(Optional.of(OPEN)));

        robot.interact(() -> window.focus().back());
        assertThat(arms.getSelectionModel().getSelectedIndex())
                .isEqualTo(window.arms().indexOf(Optional.of(NOPEEK)));
    }

    @Test
    void anArmThatWasNotAttackedAfterAnEpochSaysSo(FxRobot robot) {
        open(robot, "folder=results/pictures");
        robot.interact(() -> window.focus().change(now -> now.pinnedOrNot(OPEN).pinnedOrNot(NOPEEK)));
        assertThat(window.look().shownProperty().get().rows()).hasSize(2);

        robot.clickOn("#sheet").type(KeyCode.OPEN_BRACKET);

        assertThat(window.focus().get().epoch()).hasValue(1);
        assertThat(window.look()
                        .shownProperty()
                        .get()
                        .rows()
                        .get(0)
                        .arrays()
                        .orElseThrow()
                        .count())
                .isEqualTo(10);
        assertThat(window.look().shownProperty().get().rows().get(1).lack())
                .hasValueSatisfying(why -> assertThat(why).startsWith("Not attacked after epoch 1."));
        robot.type(KeyCode.CLOSE_BRACKET);
        assertThat(window.focus().get().epoch()).isEmpty();
    }

    @Test
    void filtersOnRecordsAreCountedAndTakenAwayOneByOne(FxRobot robot) {
        open(robot, "folder=results/pictures");
        Node histogram = robot.lookup("#histogram").query();
        robot.drag(SharedStage.at(histogram, 2, 20)).dropTo(SharedStage.at(histogram, 112, 20));
        int within = window.look().shownProperty().get().passing();
        assertThat(within).isBetween(8, 16);
        assertThat(text(robot, "#count")).isEqualTo(within + " of 24");

        robot.interact(() -> window.look()
                .choices()
                .recordsProperty()
                .set(window.look().choices().recordsProperty().get().toggled(0)));
        int ofClass = window.look().shownProperty().get().passing();
        assertThat(ofClass).isPositive().isLessThan(within);
        assertThat(window.look().shownProperty().get().picks().places()).allMatch(place -> place % 3 == 0);

        robot.clickOn("#sheet").type(KeyCode.ESCAPE);
        assertThat(window.look().shownProperty().get().passing())
                .as("the range is gone")
                .isEqualTo(8);
        robot.type(KeyCode.ESCAPE);
        assertThat(window.look().shownProperty().get().passing()).isEqualTo(24);
        robot.type(KeyCode.ESCAPE);
        assertThat(window.focus().get().filter()).isEmpty();
    }

    @Test
    void inOneAllPicturesMoveTogether(FxRobot robot) {
        open(robot, "folder=results/pictures");
        robot.clickOn("#mode-one");
        assertThat(window.focus().get().picture()).as("the first picture").isPresent();
        assertThat(text(robot, "#picture-sentence")).contains("record 1", "SSIM", "the mean record would give 0.130");

        Node panels = robot.lookup("#bench-canvas").query();
        WritableImage before = picture(robot, panels);
        robot.moveTo(SharedStage.at(panels, 80, 100)).scroll(3, VerticalDirection.UP);
        assertThat(differs(before, picture(robot, panels))).as("larger").isTrue();

        robot.clickOn("#swipe");
        Node swipe = robot.lookup("#swipe-canvas").query();
        WritableImage divided = picture(robot, swipe);
        robot.clickOn(SharedStage.at(swipe, swipe.getBoundsInLocal().getWidth() / 2 - 60, 60));
        assertThat(differs(divided, picture(robot, swipe))).as("the divider").isTrue();
        WritableImage left = picture(robot, swipe);
        robot.press(KeyCode.SPACE);
        assertThat(differs(left, picture(robot, swipe))).as("the other one").isTrue();
        robot.release(KeyCode.SPACE);
        assertThat(differs(left, picture(robot, swipe))).isFalse();
    }

    @Test
    void theKeyboardIsEnough(FxRobot robot) {
        open(robot, "folder=results/pictures");
        robot.interact(() -> robot.lookup("#arms").query().requestFocus());
        robot.type(KeyCode.DOWN);
        assertThat(window.focus().get().arm()).as("the next arm").isNotEqualTo(Optional.of(OPEN));
        robot.type(KeyCode.UP);

        robot.interact(() -> robot.lookup("#sheet").query().requestFocus());
        robot.type(KeyCode.HOME).type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        int third = window.look().shownProperty().get().picks().places().get(2);
        assertThat(window.focus().get().picture()).hasValue(third);
        assertThat(robot.lookup("#sheet").query().getAccessibleText())
                .startsWith("record " + (100 + third))
                .contains("no defense", SampleResults.NOPEEK);
        robot.type(KeyCode.ENTER);
        assertThat(window.look().choices().modeProperty().get()).isEqualTo(LookMode.ONE);
        robot.interact(() -> robot.lookup("#bench-canvas").query().requestFocus());
        robot.type(KeyCode.LEFT).type(KeyCode.ESCAPE);
        assertThat(window.look().choices().modeProperty().get()).isEqualTo(LookMode.STRIP);
        assertThat(window.focus().get().picture()).isNotEqualTo(OptionalInt.of(third));

        Set<String> reached = new TreeSet<>();
        for (int i = 0; i < 40; i++) {
            robot.type(KeyCode.TAB);
            Optional.ofNullable(scene.getFocusOwner()).map(Node::getId).ifPresent(reached::add);
        }
        assertThat(reached).contains("arms", "filter", "attack", "order", "sheet", "classes", "palette", "place-look");
    }

    @Test
    void everyKeyAndCommandIsInThePalette(FxRobot robot) {
        open(robot, "folder=results/pictures");
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        assertThat(robot.lookup("#palette-field").query().isFocused()).isTrue();

        robot.write("errors").type(KeyCode.ENTER);

        assertThat(window.look().choices().errorProperty().get())
                .as("it was done")
                .isPresent();
        assertThat(window.appearance().paletteProperty().get()).isFalse();
        robot.clickOn("#sheet").type(KeyCode.T);
        assertThat(window.focus().get().records()).isEqualTo(TargetSet.VICTIM_TRAIN);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.C).release(KeyCode.CONTROL, KeyCode.SHIFT);
        assertThat(desk.copied()).last().isEqualTo("./peekbench run tiny.yaml --seed 1");
    }

    @Test
    void everyOutcomeHasItsTabAndNoOther(FxRobot robot) {
        open(robot, "");
        assertThat(window.look().tabs()).containsExactly(LookTab.PICTURES);

        robot.interact(() -> window.focus().change(now -> now.onArm(new ArmRow.Key("results/table", "lipids"))));
        assertThat(window.look().tabs()).containsExactly(LookTab.ROWS);
        assertThat(texts(robot, "#outcome")).contains("Recovered exactly: 2 of 3 records");

        robot.interact(() -> window.focus().change(now -> now.onArm(new ArmRow.Key("results/claims", "labels"))));
        assertThat(window.look().tabs())
                .containsExactly(LookTab.LABELS, LookTab.MIXES, LookTab.MEMBERS, LookTab.FINDINGS);
        assertThat(texts(robot, "#outcome")).contains("inferred 9 of 12 labels rightly (75.0 %)");
        robot.clickOn("#tab-mixes");
        assertThat(texts(robot, "#outcome")).contains("property-inference");
        robot.clickOn("#tab-members");
        assertThat(texts(robot, "#outcome")).contains("fewer than 1,000");
        robot.clickOn("#tab-findings");
        assertThat(texts(robot, "#findings")).contains("The norms of two classes are apart.");
    }

    @Test
    void whatIsDamagedIsToldAndNothingElseIsLost(FxRobot robot, @TempDir Path other) throws IOException {
        SampleResults.write(other);
        Path pictures = other.resolve("results/pictures");
        Files.write(pictures.resolve("nopeek-seed1/reconstructions/victim-test/decoder.npy"), new byte[] {1, 2, 3});
        Path newer = pictures.resolve("newer-seed1");
        Files.createDirectories(newer);
        Files.writeString(newer.resolve("trial.json"), "{\"format\": 99}");

        robot.interact(() -> {
            window.open(other);
            window.filter().apply("folder=results/pictures");
            window.focus().change(now -> now.onArm(OPEN));
        });

        assertThat(window.look().shownProperty().get().rows()).hasSize(3);
        assertThat(window.look().shownProperty().get().rows().get(0).arrays()).isPresent();
        String told = window.look().shownProperty().get().rows().stream()
                .flatMap(row -> row.lack().stream())
                .collect(Collectors.joining("\n"));
        assertThat(told).contains("decoder.npy").contains("This trial failed").contains("the loss is not a number");
        assertThat(text(robot, "#status")).contains("1 cannot be read");
        assertThat(texts(robot, "#lacks-of-folder")).contains("newer-seed1").contains("99");

        robot.interact(() -> window.workspace().open(other.resolve("nowhere")));
        assertThat(text(robot, "#status")).contains("nowhere");
        assertThat(window.arms().rows()).as("what was open stays").hasSize(3);
    }

    @Test
    void tenThousandArmsAreNoMoreWorkThanTwo(FxRobot robot) {
        robot.interact(() -> window.open(MANY));
        assertThat(robot.lookup("#arms").queryTableView().getItems()).hasSize(10_000);
        robot.interact(() -> robot.lookup("#arms").queryTableView().scrollTo(7_000));
        robot.interact(() -> {});

        assertThat(many.pages()).hasSizeLessThanOrEqualTo(4);
        assertThat(robot.lookup("#arms").query().lookupAll("*"))
                .as("nodes of the table")
                .hasSizeLessThan(400);
        assertThat(robot.lookup("*").queryAll().size()).as("nodes").isLessThan(1_000);
        int before = many.counts();
        robot.clickOn("#filter").write("arm:77").type(KeyCode.ENTER);
        assertThat(many.counts()).as("one question").isEqualTo(before + 1);
        assertThat(window.arms().rows().size()).isLessThan(10_000);
    }

    @Test
    void thePlacesAreFour(FxRobot robot) {
        open(robot, "folder=results/pictures");
        robot.clickOn("#place-compare");
        assertThat(window.focus().get().place()).isEqualTo(Place.COMPARE);
        assertThat(window.compare().drawnProperty().get().charts()).isNotEmpty();

        robot.clickOn("#place-scenarios").clickOn("mistaken").clickOn("#check");
        assertThat(text(robot, "#problems")).contains("line 2: there is no attack (decodr)");

        robot.clickOn("#place-runs");
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).type(KeyCode.LEFT).release(KeyCode.ALT);
        assertThat(window.focus().get().place()).isEqualTo(Place.COMPARE);
        assertThat(robot.lookup("#place-compare").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }

    @Test
    void aCheckerboardHasNoGreyInBetween(FxRobot robot) {
        open(robot, "folder=results/pictures");
        robot.interact(() -> window.look().choices().zoomProperty().set(4));
        PictureSheet sheet = robot.lookup("#sheet").queryAs(PictureSheet.class);
        SheetTile first = sheet.sheet().orElseThrow().tiles(0, 0).get(0);

        PixelReader pixels = picture(robot, sheet).getPixelReader();

        for (int y = 0; y < first.height(); y++) {
            for (int x = 0; x < first.width(); x++) {
                int expected = (x / 4 + y / 4) % 2 == 0 ? 0xff000000 : 0xffffffff;
                assertThat(pixels.getArgb(first.x() + x, first.y() + y)).isEqualTo(expected);
            }
        }
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    /** All labels within a node. */
    private static String texts(FxRobot robot, String query) {
        Node within = robot.lookup(query).query();
        return within.lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining("\n"));
    }

    private static WritableImage picture(FxRobot robot, Node node) {
        WritableImage[] taken = new WritableImage[1];
        robot.interact(() -> taken[0] = node.snapshot(null, null));
        return taken[0];
    }

    private static boolean differs(WritableImage one, WritableImage other) {
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }
}
