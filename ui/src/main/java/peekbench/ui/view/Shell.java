package peekbench.ui.view;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.view.look.LookView;
import peekbench.ui.view.run.RunsView;
import peekbench.ui.view.run.WelcomePane;

/** The window's content: rail, bars, the place in front, and the palette over all. */
public final class Shell extends StackPane {
    private static final double ARMS_WIDTH = 330;
    private static final double INSPECTOR_WIDTH = 236;
    /** In the height of text. */
    private static final double ROOM_FOR_INSPECTOR = 90;
    /** In the height of text. */
    private static final double ROOM_FOR_ARMS = 66;

    private final WindowModel window;
    private final BorderPane frame = new BorderPane();
    private final TopBar top;
    private final ArmsTable table;
    private final VBox arms;
    private final InspectorPane inspector;
    private double lastWidth = Double.MAX_VALUE;
    private final Map<Place, Node> places = new EnumMap<>(Place.class);
    private final WelcomePane welcome;

    /** Binds to the models; they decide. */
    public Shell(WindowModel window) {
        this.window = window;
        setId("shell");
        getStylesheets().add(Shell.class.getResource("window.css").toExternalForm());
        top = new TopBar(window);
        table = new ArmsTable(window);
        arms = new VBox(table, new LackPane(window));
        VBox.setVgrow(table, Priority.ALWAYS);
        inspector = new InspectorPane(window);
        places.put(Place.LOOK, new LookView(window));
        places.put(Place.COMPARE, new CompareView(window));
        places.put(Place.SCENARIOS, new ScenarioView(window));
        places.put(Place.RUNS, new RunsView(window));
        welcome = new WelcomePane(window);
        frame.setTop(top);
        frame.setLeft(new Rail(window));
        frame.setBottom(new StatusBar(window));
        setAlignment(frame, Pos.TOP_LEFT); // of a window that is too small the lower right is cut off
        getChildren().setAll(frame, new PalettePane(window), new AskPane(window));
        window.focus().currentProperty().addListener((property, before, now) -> {
            if (before.place() != now.place()) {
                arrange();
            }
        });
        window.welcome().shownProperty().addListener((property, before, now) -> arrange());
        window.appearance().armsProperty().addListener((property, before, now) -> arrange());
        window.appearance().inspectorProperty().addListener((property, before, now) -> arrange());
        window.appearance().settingsProperty().addListener((property, before, now) -> style());
        widthProperty().addListener((property, before, now) -> fold(now.doubleValue()));
        sceneProperty().addListener((property, before, now) -> {
            if (now != null) {
                new Keys(window, top).install(now);
                Platform.runLater(table::requestFocus); // else the first button has it, and looks chosen
            }
        });
        style();
    }

    private void style() {
        int size = window.appearance().settingsProperty().get().textSize();
        setStyle("-fx-font-size: " + size + "px;");
        getStyleClass().removeAll("dark", "light");
        getStyleClass().add(window.appearance().settingsProperty().get().dark() ? "dark" : "light");
        table.setFixedCellSize(size * 3.1);
        inspector.setPrefWidth(INSPECTOR_WIDTH * em());
        inspector.setMinWidth(INSPECTOR_WIDTH * em());
        arrange();
    }

    /** How much larger than usual text is. */
    private double em() {
        return window.appearance().settingsProperty().get().em();
    }

    /** Crossing a width folds or unfolds what has no room; what a person does in between stays. */
    private void fold(double now) {
        if (now <= 0) {
            return;
        }
        double em = window.appearance().settingsProperty().get().textSize();
        double was = lastWidth;
        lastWidth = now;
        if (was < ROOM_FOR_INSPECTOR * em != now < ROOM_FOR_INSPECTOR * em) {
            window.appearance().inspectorProperty().set(now >= ROOM_FOR_INSPECTOR * em);
        }
        if (was < ROOM_FOR_ARMS * em != now < ROOM_FOR_ARMS * em) {
            window.appearance().armsProperty().set(now >= ROOM_FOR_ARMS * em);
        }
    }

    /** Panes go and come; what had the focus keeps it. */
    private void arrange() {
        Optional<Node> focused = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
        lay();
        focused.filter(node -> node.getScene() == getScene()).ifPresent(Node::requestFocus);
    }

    private void lay() {
        Place place = window.focus().get().place();
        if (place == Place.LOOK && window.welcome().shownProperty().get()) {
            frame.setCenter(welcome);
            return;
        }
        Node body = places.getOrDefault(place, new Label(""));
        table.arrange(place == Place.COMPARE, em());
        boolean withArms = window.appearance().armsProperty().get();
        boolean withInspector = window.appearance().inspectorProperty().get();
        switch (place) {
            case LOOK -> {
                HBox line = new HBox();
                if (withArms) {
                    double width = ARMS_WIDTH * em();
                    arms.setMinWidth(width);
                    arms.setPrefWidth(width);
                    arms.setMaxWidth(width);
                    line.getChildren().add(arms);
                }
                HBox.setHgrow(body, Priority.ALWAYS);
                line.getChildren().add(body);
                if (withInspector) {
                    line.getChildren().add(inspector);
                }
                frame.setCenter(line);
            }
            case COMPARE -> {
                SplitPane split = new SplitPane(body);
                split.setOrientation(Orientation.VERTICAL);
                if (withArms) {
                    arms.setMinWidth(USE_COMPUTED_SIZE);
                    arms.setMaxWidth(Double.MAX_VALUE);
                    split.getItems().add(arms);
                    split.setDividerPositions(.66);
                }
                HBox line = new HBox(split);
                HBox.setHgrow(split, Priority.ALWAYS);
                if (withInspector) {
                    line.getChildren().add(inspector);
                }
                frame.setCenter(line);
            }
            case SCENARIOS, RUNS -> frame.setCenter(new VBox(body));
        }
        VBox.setVgrow(body, Priority.ALWAYS);
    }
}
