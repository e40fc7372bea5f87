package peekbench.ui.view.run;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import peekbench.ui.model.Command;
import peekbench.ui.model.Terms;
import peekbench.ui.model.WelcomeModel;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.run.RunState;
import peekbench.ui.model.run.RunView;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** What stands in a workspace without results: who holds what, and the quickstart, which becomes its progress. */
public final class WelcomePane extends ScrollPane {
    private static final double WIDTH = 860;
    private static final double ACTION_HEIGHT = 9;

    private final WindowModel window;
    private final WelcomeModel model;
    private final StackPane action = new StackPane();
    private final Node offer;
    private final WelcomeProgress progress = new WelcomeProgress();
    private final Label told = new Label();
    private final VBox ended;
    private final Button again;
    private final Hyperlink quickstart;

    /** Binds to the model; it decides. */
    public WelcomePane(WindowModel window) {
        this.window = window;
        this.model = window.welcome();
        setId("welcome");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Label title = new Label("What does a curious server see of your pictures?");
        title.getStyleClass().add("headline");
        title.setWrapText(true);
        Label sentence =
                new Label("In split learning, clients keep their pictures and send only what their first layers make"
                        + " of them. Peekbench trains such a network, lets attackers loose on what was sent, and shows what they got"
                        + " \u2013 without a defense and with one.");
        sentence.setWrapText(true);
        sentence.getStyleClass().add("sentence");
        Explain.with(sentence, Terms.meaning("smashed data").orElse(""));
        offer = offer();
        told.setId("welcome-told");
        told.setWrapText(true);
        again = Controls.button(window.commands().get("run-again"), "Run the rest");
        again.setId("welcome-again");
        quickstart = link(window.commands().get("quickstart"), "Run the quickstart");
        HBox onward = new HBox(8, again, scenario(), quickstart);
        onward.setAlignment(Pos.CENTER_LEFT);
        ended = new VBox(8, told, onward);
        action.setAlignment(Pos.TOP_LEFT);
        action.setId("welcome-action");
        action.getChildren().setAll(offer, progress, ended);
        VBox card = new VBox(18, title, sentence, new WelcomePicture(), action, links());
        card.setMaxWidth(WIDTH);
        card.setPadding(new Insets(28, 24, 24, 24));
        StackPane middle = new StackPane(card);
        middle.setAlignment(Pos.TOP_CENTER);
        setContent(middle);
        setOnDragOver(event -> {
            if (dropped(event).isPresent()) {
                event.acceptTransferModes(TransferMode.LINK, TransferMode.COPY);
            }
        });
        setOnDragDropped(event -> {
            dropped(event).ifPresent(window::open);
            event.setDropCompleted(true);
        });
        model.runProperty().addListener((property, before, now) -> show());
        window.appearance().settingsProperty().addListener((property, before, now) -> show());
        show();
    }

    private Node offer() {
        Button run = Controls.button(window.commands().get("quickstart"));
        run.getStyleClass().addAll("accent", "large");
        run.setDefaultButton(false);
        Label cost = Controls.muted("");
        cost.setId("welcome-cost");
        cost.setWrapText(true);
        cost.textProperty()
                .bind(model.costProperty()
                        .map(text -> text.isEmpty() ? "Counting what it takes on this machine\u2026" : text));
        Explain.with(
                cost,
                "As peekbench plan says: from finished trials like these, else from counted operations and the speed of this"
                        + " machine, with the range in which such trials lie.");
        Label problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().add("failure");
        problem.textProperty().bind(model.problemProperty().map(text -> text.orElse("")));
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        HBox line = new HBox(14, run, cost);
        line.setAlignment(Pos.CENTER_LEFT);
        run.setMinWidth(USE_PREF_SIZE);
        return new VBox(8, line, problem);
    }

    private Node links() {
        Hyperlink open = link(window.commands().get("open"), "Open a result folder or workspace\u2026");
        Hyperlink made = link(window.commands().get("new-scenario"), "New scenario from the quickstart\u2026");
        HBox line = new HBox(6, open, Controls.muted("or drop one here"), made);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setMargin(made, new Insets(0, 0, 0, 22));
        return line;
    }

    private Hyperlink scenario() {
        return link(window.commands().get("run-scenario"), "Open scenario");
    }

    private static Hyperlink link(Command command, String text) {
        Hyperlink link = new Hyperlink(text);
        link.setId("welcome-" + command.id());
        link.setOnAction(event -> {
            link.setVisited(false);
            command.run();
        });
        return Explain.with(link, command.explained());
    }

    private static Optional<Path> dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        return files.stream().filter(File::isDirectory).findFirst().map(File::toPath);
    }

    /** The room of offer, progress and end is the same, so that nothing below moves. */
    private void show() {
        action.setMinHeight(
                ACTION_HEIGHT * window.appearance().settingsProperty().get().textSize());
        Optional<RunView> run = model.runProperty().get();
        boolean going = run.filter(one -> one.state().going() || one.state() == RunState.WAITING)
                .isPresent();
        boolean over = run.isPresent() && !going;
        offer.setVisible(run.isEmpty());
        progress.setVisible(going);
        ended.setVisible(over);
        run.ifPresent(one -> {
            if (going) {
                progress.show(one);
            } else {
                told.setText(words(one));
                quickstart.setVisible(!one.row().title().equals("quickstart"));
                again.setText(one.againText());
            }
        });
    }

    private static String words(RunView run) {
        String error = run.trials().stream()
                .filter(trial -> trial.state() == RunState.FAILED)
                .findFirst()
                .map(trial -> "\n" + trial.title() + ": " + trial.now())
                .orElse("");
        String state = run.state() == RunState.REFUSED || run.state() == RunState.INTERRUPTED ? "was " : "";
        return run.row().title() + " " + state + run.state().word()
                + (run.row().now().isEmpty() ? "" : ": " + run.row().now()) + "." + error;
    }
}
