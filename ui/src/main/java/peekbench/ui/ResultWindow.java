package peekbench.ui;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import peekbench.ui.model.ResultViewModel;
import peekbench.ui.service.StoredResultFolders;
import peekbench.ui.view.ResultView;

/** The window on a result folder; the first argument is the folder to open. */
public final class ResultWindow extends Application {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "result-reader");
        thread.setDaemon(true); // reading is harmless to give up; the window's end is the program's end
        return thread;
    });

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        ResultViewModel model = new ResultViewModel(
                new StoredResultFolders(), startAt -> chooseFolder(stage, startAt), worker, Platform::runLater);
        stage.setTitle("Peekbench");
        stage.setScene(new Scene(new ResultView(model), WIDTH, HEIGHT));
        stage.show();
        List<String> arguments = getParameters().getRaw();
        if (!arguments.isEmpty()) {
            model.open(Path.of(arguments.get(0)));
        }
    }

    @Override
    public void stop() {
        worker.shutdownNow();
    }

    private static Optional<Path> chooseFolder(Stage stage, Optional<Path> startAt) {
        DirectoryChooser dialog = new DirectoryChooser();
        dialog.setTitle("Open a result folder");
        startAt.ifPresent(folder -> dialog.setInitialDirectory(folder.toFile()));
        return Optional.ofNullable(dialog.showDialog(stage)).map(chosen -> chosen.toPath());
    }
}
