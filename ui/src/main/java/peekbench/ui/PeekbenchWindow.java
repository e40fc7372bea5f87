package peekbench.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import peekbench.data.catalogue.CacheFolder;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.workspace.FocusLink;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.service.IndexedArchive;
import peekbench.ui.service.ScenarioFolder;
import peekbench.ui.service.SettingsFile;
import peekbench.ui.service.WindowSettings;
import peekbench.ui.service.run.DetachedProcesses;
import peekbench.ui.service.run.JournalRuns;
import peekbench.ui.service.run.RunServices;
import peekbench.ui.service.run.WaitingFile;
import peekbench.ui.view.Shell;

/** The window: wires services, models and views, and keeps its settings. */
public final class PeekbenchWindow extends Application {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    /** What frame and title bar of a window may take of a screen. */
    private static final double DECORATION = 60;

    private static final long LOOK_MILLISECONDS = 250;

    private final ExecutorService reader = daemons("reader", 2);
    private final ExecutorService index = daemons("index", 1);
    private final ExecutorService charts = daemons("charts", 1);
    private final ExecutorService logs = daemons("logs", 1);
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(new Daemons("ticks"));
    private final SettingsFile settings = new SettingsFile(CacheFolder.path());
    private WindowArguments arguments = WindowArguments.parse();
    private WindowSettings kept = WindowSettings.INITIAL;
    private Optional<Path> folder = Optional.empty();
    private Optional<WindowModel> model = Optional.empty();

    /** Threads whose work is harmless to give up: the window's end is the program's end. */
    private static ExecutorService daemons(String name, int threads) {
        return Executors.newFixedThreadPool(threads, new Daemons(name));
    }

    /** Reads files, which the window's thread must not. */
    @Override
    public void init() {
        arguments = WindowArguments.parse(getParameters().getRaw().toArray(new String[0]));
        kept = arguments.isSettled() ? WindowSettings.INITIAL : settings.read();
        folder = arguments.folder().or(() -> usual(kept));
    }

    @Override
    public void start(Stage stage) {
        boolean drawn = arguments.isSettled();
        WindowModel window = new WindowModel(
                chosen -> IndexedArchive.open(chosen, CacheFolder.path()),
                new ScenarioFolder(),
                new RunServices(new JournalRuns(), new DetachedProcesses(), new WaitingFile(), InstantSource.system()),
                kept,
                new StageDesk(stage, getHostServices()),
                new Threads(Platform::runLater, reader, index, charts, logs));
        model = Optional.of(window);
        theme(kept.dark());
        window.appearance().settingsProperty().addListener((property, before, now) -> {
            theme(now.dark());
            if (!drawn) {
                index.execute(() -> settings.write(now));
            }
        });
        stage.titleProperty().bind(window.title().textProperty());
        stage.setOnCloseRequest(event -> {
            if (!window.closing().mayClose(stage::close)) {
                event.consume();
            }
        });
        sized(stage, new Shell(window));
        stage.show();
        folder.ifPresent(window::open);
        arguments.at().ifPresent(link -> window.focus().settle(now -> FocusLink.read(link)));
        ScheduledFuture<?> unused = ticks.scheduleAtFixedRate(
                () -> Platform.runLater(window.runs()::look), 0, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
        arguments.screenshots().ifPresent(target -> new Screenshots(window, stage, folder, target, charts).begin());
        arguments.measurements().ifPresent(target -> new FrameBench(window, stage.getScene(), target, charts).begin());
    }

    /**
     * At its full size, or maximised where the screen is too small for that: a window that does not fit with its title bar is made
     * as small as it can be by some window managers.
     */
    private void sized(Stage stage, Shell shell) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double room = arguments.isSettled() ? 0 : DECORATION;
        double width = Math.min(WIDTH, screen.getWidth() - room);
        double height = Math.min(HEIGHT, screen.getHeight() - room);
        stage.setScene(new Scene(shell, width, height));
        stage.setMinWidth(Math.min(860, width));
        stage.setMinHeight(Math.min(560, height));
        stage.setMaximized(width < WIDTH || height < HEIGHT);
    }

    /** The current folder where it has results or scenarios, else the last, else the current folder as a new workspace. */
    private static Optional<Path> usual(WindowSettings kept) {
        Path current = Path.of("").toAbsolutePath();
        boolean workspace = Files.isDirectory(current.resolve("results"))
                || Files.isDirectory(current.resolve("scenarios"))
                || Files.exists(current.resolve("peekbench-results.json"));
        Optional<Path> last = kept.lastFolder().map(Path::of).filter(Files::isDirectory);
        return Optional.of(workspace ? current : last.orElse(current));
    }

    private static void theme(boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    @Override
    public void stop() {
        model.ifPresent(window -> window.workspace().close());
        List.of(reader, index, charts, logs, ticks).forEach(ExecutorService::shutdown);
    }
}
