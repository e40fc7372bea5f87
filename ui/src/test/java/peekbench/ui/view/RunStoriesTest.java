package peekbench.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import peekbench.event.Event;
import peekbench.event.RunEvent;
import peekbench.event.RunEvent.How;
import peekbench.event.RunEvent.Outcome;
import peekbench.journal.Order;
import peekbench.query.ArmRow;
import peekbench.ui.FakeDesk;
import peekbench.ui.FakeScenarios;
import peekbench.ui.SampleResults;
import peekbench.ui.StagedRuns;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.run.RunRow;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.service.IndexedArchive;
import peekbench.ui.service.WindowSettings;

/** What people do with runs, whose processes are staged; everything is done at once, in the window's thread. */
@ExtendWith(ApplicationExtension.class)
@Tag("slow")
class RunStoriesTest {
    private static final String PLAIN = "vanilla-split-5-pool1-undefended-seed1";
    private static final String NOPEEK = "vanilla-split-5-pool1-nopeek-added-2.0-seed1";

    @TempDir
    private Path workspace;

    @TempDir
    private Path cache;

    private final StagedRuns staged = new StagedRuns();
    private final FakeDesk desk = new FakeDesk(Optional.empty());
    private final List<String> closed = new ArrayList<>();
    private WindowModel window;
    private Stage stage;

    private WindowModel model() {
        return new WindowModel(
                folder -> IndexedArchive.open(folder, cache),
                new FakeScenarios(),
                StagedRuns.services(staged),
                WindowSettings.INITIAL,
                desk,
                Threads.of(Runnable::run));
    }

    @Start
    void start(Stage shown) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage = shown;
        window = model();
        stage.setScene(new Scene(new Shell(window), 1440, 900));
        // Tests share the stage, which keeps the size that the one before gave it.
        stage.setWidth(1440);
        stage.setHeight(900);
        stage.show();
    }

    @BeforeEach
    void open(FxRobot robot) {
        robot.interact(() -> {
            window.open(workspace);
            window.runs().look();
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.workspace().close());
    }

    /** As when the window is closed and Peekbench is opened again. */
    private void reopen(FxRobot robot) {
        robot.interact(() -> {
            window.workspace().close();
            window = model();
            stage.setScene(new Scene(new Shell(window), 1440, 900));
            window.open(workspace);
            window.runs().look();
        });
    }

    private void happens(FxRobot robot, Event... events) {
        robot.interact(() -> {
            staged.tell(events);
            window.runs().look();
        });
    }

    private void look(FxRobot robot) {
        robot.interact(() -> window.runs().look());
    }

    private Path results() {
        return workspace.resolve("results/quickstart");
    }

    @Test
    void oneClickRunsTheQuickstartAndItsPicturesTakeTheCardsPlace(FxRobot robot) {
        assertThat(robot.lookup("#welcome").tryQuery()).isPresent();
        assertThat(text(robot, "#welcome-cost")).startsWith("2 trials, about a minute");
        Bounds links = place(robot, "#welcome-open");

        robot.clickOn("#quickstart");
        assertThat(staged.requests().get(0).command())
                .isEqualTo("./peekbench run scenarios/quickstart.yaml --threads "
                        + window.runs().sideBySideProperty().get());
        assertThat(text(robot, "#welcome-heading")).contains("reads scenario and data");

        happens(robot, StagedRuns.plan(PLAIN, NOPEEK), StagedRuns.started(PLAIN), StagedRuns.started(NOPEEK));
        happens(robot, StagedRuns.epoch(PLAIN, 1, .5), StagedRuns.epoch(NOPEEK, 1, .4));
        assertThat(texts(robot, "#welcome-progress"))
                .contains("undefended seed1", "accuracy 50.0%", "accuracy 40.0%", "epoch 1 of 3");
        assertThat(place(robot, "#welcome-open")).as("nothing below has moved").isEqualTo(links);
        assertThat(text(robot, "#badge-running")).isEqualTo("1");

        SampleResults.trial(results(), "vanilla-split-5-pool1-undefended", "no defense", .9);
        happens(robot, StagedRuns.done(PLAIN));
        assertThat(robot.lookup("#welcome").tryQuery())
                .as("pictures have taken its place")
                .isEmpty();
        assertThat(window.look().shownProperty().get().rows()).hasSize(1);
        assertThat(robot.lookup("#sheet").tryQuery()).isPresent();
        assertThat(robot.lookup("#arms").queryTableView().getItems()).hasSize(1);
        assertThat(text(robot, "#running")).contains("quickstart", "nopeek-added-2.0-seed1");

        SampleResults.trial(results(), "vanilla-split-5-pool1-nopeek-added-2.0", "NoPeek", .5);
        happens(robot, StagedRuns.done(NOPEEK), StagedRuns.end(Outcome.COMPLETED));
        assertThat(window.look().shownProperty().get().rows())
                .as("nothing that is looked at moves")
                .hasSize(1);
        assertThat(text(robot, "#show-new")).isEqualTo("1 new trial \u2013 Show");
        robot.clickOn("#show-new");
        assertThat(robot.lookup("#arms").queryTableView().getItems()).hasSize(2);
        assertThat(robot.lookup("#show-new").query().isVisible()).isFalse();
        assertThat(window.title().textProperty().get()).isEqualTo("quickstart complete - Peekbench");
    }

    @Test
    void aScenarioIsAddedPausedAndStoppedAndAFailedTrialOpensIt(FxRobot robot) {
        robot.clickOn("#place-scenarios").clickOn("quickstart").clickOn("#add-run");
        happens(robot, StagedRuns.plan(PLAIN, NOPEEK), StagedRuns.started(PLAIN), StagedRuns.epoch(PLAIN, 1, .5));
        assertThat(text(robot, "#added")).contains("running");
        robot.clickOn("#added");
        assertThat(window.focus().get().place()).isEqualTo(Place.RUNS);
        TreeTableView<RunRow> table = table(robot);
        assertThat(table.getExpandedItemCount())
                .as("the run and its two trials")
                .isEqualTo(3);
        assertThat(robot.lookup("#curves").query().getAccessibleText()).contains("accuracy 50.0%");
        assertThat(texts(robot, "#log")).contains("epoch 1 of 3");

        robot.clickOn("#run-pause");
        assertThat(staged.orders()).containsExactly(new Order.Pause());
        happens(robot, new RunEvent.Paused(StagedRuns.after(70)));
        robot.clickOn("#run-resume");
        happens(robot, new RunEvent.Resumed(StagedRuns.after(71)));
        assertThat(staged.orders()).endsWith(new Order.Resume());

        robot.clickOn("undefended-seed1").type(KeyCode.DELETE);
        assertThat(text(robot, "#question-text")).contains(PLAIN);
        robot.clickOn("#answer-stop-trial");
        assertThat(staged.orders()).endsWith(new Order.StopTrial(PLAIN));
        robot.clickOn("#run-stop");
        robot.clickOn("#answer-stop-after");
        assertThat(staged.orders()).endsWith(new Order.Stop(How.AFTER_RUNNING));

        happens(
                robot,
                StagedRuns.failed(
                        NOPEEK, "Training diverged: the loss of epoch 2 is NaN. Use a smaller learning rate."),
                StagedRuns.end(Outcome.FAILED));
        robot.clickOn("nopeek-added-2.0-seed1");
        assertThat(texts(robot, "#run-table")).contains("Training diverged");
        assertThat(text(robot, "#run-again")).isEqualTo("Run again");
        robot.interact(() -> window.commands().get("run-scenario").run());
        assertThat(window.focus().get().place()).isEqualTo(Place.SCENARIOS);
        assertThat(robot.lookup("#scenario-text").queryAs(TextArea.class).getSelectedText())
                .as("the line of the key that the error names")
                .contains("learning-rate");
    }

    @Test
    void closedWhileItRunsAndOpenedAgainItIsFollowedAndGoneOnWith(FxRobot robot) {
        robot.clickOn("#quickstart");
        happens(robot, StagedRuns.plan(PLAIN, NOPEEK), StagedRuns.started(PLAIN));
        robot.interact(() -> assertThat(window.closing().mayClose(() -> closed.add("closed")))
                .isFalse());
        robot.type(KeyCode.ESCAPE);
        assertThat(closed).as("cancelled").isEmpty();
        robot.interact(() -> assertThat(window.closing().mayClose(() -> closed.add("closed")))
                .isFalse());
        robot.type(KeyCode.ENTER);
        assertThat(closed).as("keep running comes first").hasSize(1);
        assertThat(staged.orders()).isEmpty();

        reopen(robot);
        assertThat(robot.lookup("#welcome-progress").query().isVisible()).isTrue();
        assertThat(text(robot, "#running")).contains("quickstart", "undefended-seed1");
        SampleResults.trial(results(), "vanilla-split-5-pool1-undefended", "no defense", .9);
        happens(robot, StagedRuns.done(PLAIN), StagedRuns.started(NOPEEK));
        assertThat(robot.lookup("#sheet").tryQuery()).isPresent();

        staged.journal().close();
        reopen(robot);
        assertThat(text(robot, "#notice")).isEqualTo("quickstart was interrupted, 1 of 2 trials complete");
        robot.clickOn("#go-on");
        assertThat(staged.requests()).hasSize(2);
        look(robot);
        assertThat(robot.lookup("#notice").query().isVisible()).isFalse();
        assertThat(text(robot, "#badge-running")).isEqualTo("1");
    }

    @Test
    void aFinishedTrialIsLookedAtFromItsRow(FxRobot robot) {
        robot.clickOn("#quickstart");
        SampleResults.trial(results(), "vanilla-split-5-pool1-undefended", "no defense", .9);
        SampleResults.trial(results(), "vanilla-split-5-pool1-nopeek-added-2.0", "NoPeek", .5);
        happens(robot, StagedRuns.plan(PLAIN, NOPEEK), StagedRuns.started(PLAIN), StagedRuns.started(NOPEEK));
        happens(robot, StagedRuns.done(PLAIN), StagedRuns.done(NOPEEK), StagedRuns.end(Outcome.COMPLETED));
        robot.clickOn("#place-runs");
        robot.doubleClickOn("nopeek-added-2.0-seed1");

        assertThat(window.focus().get().place()).isEqualTo(Place.LOOK);
        assertThat(window.focus().get().arm())
                .contains(new ArmRow.Key("results/quickstart", "vanilla-split-5-pool1-nopeek-added-2.0"));
        assertThat(window.look().shownProperty().get().current()).isPresent();
    }

    @Test
    void theLogFollowsUntilSomebodyScrollsAway(FxRobot robot) {
        robot.clickOn("#quickstart");
        happens(robot, StagedRuns.plan(PLAIN), StagedRuns.started(PLAIN));
        robot.clickOn("#place-runs");
        for (int i = 1; i <= 60; i++) {
            happens(robot, StagedRuns.epoch(PLAIN, i, .5));
        }
        assertThat(robot.lookup("#log-end").query().isDisabled())
                .as("it follows")
                .isTrue();
        assertThat(texts(robot, "#log")).contains("epoch 60 of 3");

        robot.clickOn("#log").type(KeyCode.HOME);
        robot.interact(() -> {});
        happens(robot, StagedRuns.epoch(PLAIN, 61, .5));
        assertThat(texts(robot, "#log")).doesNotContain("epoch 61 of 3");
        robot.clickOn("#log-end");
        assertThat(texts(robot, "#log")).contains("epoch 61 of 3");

        robot.clickOn("#log-filter").write("epoch 7 ");
        assertThat(texts(robot, "#log")).contains("epoch 7 of 3").doesNotContain("epoch 61");
    }

    @Test
    void whatIsInTheWorkspaceIsNotHiddenByTheWelcome(FxRobot robot, @TempDir Path other) {
        SampleResults.trial(other.resolve("results/quickstart"), "vanilla-split-5-pool1-undefended", "no defense", .9);
        robot.interact(() -> window.open(other));

        assertThat(robot.lookup("#welcome").tryQuery()).isEmpty();
        assertThat(robot.lookup("#arms").queryTableView().getItems()).hasSize(1);
        robot.clickOn("#place-runs");
        assertThat(robot.lookup("#no-runs").query().isVisible()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static TreeTableView<RunRow> table(FxRobot robot) {
        return (TreeTableView<RunRow>) robot.lookup("#run-table").queryAs(TreeTableView.class);
    }

    private static Bounds place(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        robot.interact(() -> node.getScene().getRoot().layout());
        return node.localToScene(node.getBoundsInLocal());
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    /** All texts within a node. */
    private static String texts(FxRobot robot, String query) {
        Node within = robot.lookup(query).query();
        robot.interact(() -> within.getScene().getRoot().layout());
        return Stream.of(".label", ".list-cell", ".tree-table-cell")
                .flatMap(kind -> within.lookupAll(kind).stream())
                .filter(Labeled.class::isInstance)
                // A list measures with a cell that nobody sees.
                .filter(node ->
                        Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible))
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n"));
    }
}
