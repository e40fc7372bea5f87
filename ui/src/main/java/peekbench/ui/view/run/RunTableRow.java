package peekbench.ui.view.run;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeTableRow;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import peekbench.ui.model.Command;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.run.RowKey;
import peekbench.ui.model.run.RunRow;
import peekbench.ui.model.run.RunState;
import peekbench.ui.view.part.Controls;

/** A row with its menu. A double click looks at a trial's results; waiting runs are dragged into another order. */
final class RunTableRow extends TreeTableRow<RunRow> {
    private static final List<String> MENU = List.of(
            "run-look",
            "run-stop-trial",
            "run-scenario",
            "run-again",
            "run-earlier",
            "run-later",
            "run-copy",
            "run-folder",
            "run-delete");

    private final WindowModel window;

    RunTableRow(WindowModel window) {
        this.window = window;
        ContextMenu menu = new ContextMenu();
        menu.setOnShowing(event -> {
            menu.getItems().clear();
            for (String id : MENU) {
                Command command = window.commands().get(id);
                MenuItem item = Controls.item(command);
                item.setDisable(!command.enabled().get());
                menu.getItems().add(item);
            }
        });
        // A menu without an item is not shown, and so not filled.
        menu.getItems().setAll(new MenuItem());
        setContextMenu(menu);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                window.actions().look();
            }
        });
        setOnDragDetected(this::drag);
        setOnDragOver(event -> {
            if (dragged(event).isPresent() && waiting().isPresent()) {
                event.acceptTransferModes(TransferMode.MOVE);
            }
            event.consume();
        });
        setOnDragDropped(event -> {
            Optional<RowKey> moved = dragged(event);
            Optional<RowKey> here = waiting();
            if (moved.isPresent() && here.isPresent()) {
                window.runs().moveTo(moved.get(), here.get());
                event.setDropCompleted(true);
            }
            event.consume();
        });
    }

    private Optional<RowKey> waiting() {
        return Optional.ofNullable(getItem())
                .filter(row -> row.state() == RunState.WAITING && !row.key().isTrial())
                .map(RunRow::key);
    }

    private void drag(MouseEvent event) {
        waiting().ifPresent(key -> {
            Dragboard board = startDragAndDrop(TransferMode.MOVE);
            ClipboardContent content = new ClipboardContent();
            content.putString(key.run());
            board.setContent(content);
            event.consume();
        });
    }

    /** The waiting run that is dragged over this row. */
    private Optional<RowKey> dragged(DragEvent event) {
        String run = event.getDragboard().getString();
        return window.runs().waiting().stream()
                .map(one -> one.key())
                .filter(key -> key.run().equals(run))
                .findFirst();
    }
}
