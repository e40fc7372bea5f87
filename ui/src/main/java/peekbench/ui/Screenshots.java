package peekbench.ui;

import java.nio.file.Path;
import javafx.stage.Stage;
import peekbench.ui.model.WindowModel;

/** Draws the window into files, view by view. */
final class Screenshots {
    Screenshots(WindowModel window, Stage stage, Path target) {}

    void begin() {}
}
