package peekbench.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import peekbench.ui.model.Desk;

/** The desk that the window stands on. */
final class StageDesk implements Desk {
    private final Stage stage;
    private final HostServices host;

    StageDesk(Stage stage, HostServices host) {
        this.stage = stage;
        this.host = host;
    }

    @Override
    public Optional<Path> chooseFolder(Optional<Path> startAt) {
        DirectoryChooser dialog = new DirectoryChooser();
        dialog.setTitle("Open a workspace or a result folder");
        startAt.ifPresent(folder -> dialog.setInitialDirectory(folder.toFile()));
        return Optional.ofNullable(dialog.showDialog(stage)).map(chosen -> chosen.toPath());
    }

    @Override
    public Optional<Path> chooseFile(String name) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle("Save as");
        dialog.setInitialFileName(name);
        return Optional.ofNullable(dialog.showSaveDialog(stage)).map(File::toPath);
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void show(Path folder) {
        host.showDocument(folder.toUri().toString());
    }
}
