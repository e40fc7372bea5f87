package peekbench.ui.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import peekbench.query.Counts;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.run.RunWords;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** Workspace, history, filter, commands. */
final class TopBar extends HBox {
    /** In the height of text. */
    private static final double NARROW = 70;

    private final WindowModel window;
    private static final String PALETTE = "Commands  Ctrl+K";
    private final Button palette;
    private final Label name = new Label("Peekbench");
    private final MenuButton workspace = new MenuButton();
    private final Label count = Controls.muted("");
    private final FilterField filter;

    TopBar(WindowModel window) {
        super(8);
        this.window = window;
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("name");
        name.setMinWidth(USE_PREF_SIZE);
        workspace.setId("workspace");
        workspace.setMaxWidth(240);
        workspace.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        workspace
                .getItems()
                .setAll(
                        Controls.item(window.commands().get("open")),
                        Controls.item(window.commands().get("refresh")),
                        Controls.item(window.commands().get("copy-link")));
        widthProperty().addListener((property, before, now) -> room());
        window.appearance().settingsProperty().addListener((property, before, now) -> room());
        count.setId("arms-count");
        count.setMinWidth(USE_PREF_SIZE);
        filter = new FilterField(window);
        HBox.setHgrow(filter, Priority.ALWAYS);
        palette = Controls.button(window.commands().get("palette"), PALETTE);
        palette.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .setAll(
                        name,
                        workspace,
                        Controls.button(window.commands().get("back"), "\u2190"),
                        Controls.button(window.commands().get("forward"), "\u2192"),
                        filter,
                        count,
                        Controls.button(window.commands().get("theme"), "\u25D0"),
                        palette);
        window.workspace().folderProperty().addListener((property, before, now) -> show());
        window.arms().countsProperty().addListener((property, before, now) -> show());
        show();
    }

    /** Without room the name and the count go, which stand elsewhere too. */
    private void room() {
        boolean narrow = getWidth() > 0
                && getWidth()
                        < NARROW * window.appearance().settingsProperty().get().textSize();
        palette.setText(narrow ? "Ctrl+K" : PALETTE);
        for (Label label : List.of(name, count)) {
            Controls.show(label, !narrow);
        }
    }

    /** Where the filter is written. */
    FilterField filter() {
        return filter;
    }

    private void show() {
        Optional<Path> folder = window.workspace().folderProperty().get();
        workspace.setText(folder.map(Path::toString).orElse("no folder"));
        Explain.with(
                workspace,
                folder.map(path -> path.toAbsolutePath().toString()).orElse("Open a workspace or a result folder."));
        Counts counts = window.arms().countsProperty().get();
        count.setText(folder.isEmpty() ? "" : counts.arms() + (counts.arms() == 1 ? " arm" : " arms"));
        Explain.with(
                count,
                RunWords.count(counts.completed(), "trial") + " completed, " + counts.failed() + " failed, "
                        + counts.unreadable() + " cannot be read.");
    }
}
