package peekbench.ui.view;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import peekbench.ui.model.PaletteModel;
import peekbench.ui.model.WindowModel;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** Everything that can be done, searched by typing; Enter does it, Escape closes. */
final class PalettePane extends StackPane {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 420;

    private final WindowModel window;
    private final PaletteModel model;
    private final TextField field = new TextField();
    private final ListView<PaletteModel.Entry> list = new ListView<>();

    PalettePane(WindowModel window) {
        this.window = window;
        this.model = new PaletteModel(window);
        getStyleClass().add("palette-veil");
        field.setId("palette-field");
        field.setPromptText("Search commands, arms, scenarios, words");
        list.setId("palette-list");
        list.setCellFactory(view -> new EntryCell());
        list.setFocusTraversable(false);
        VBox box = new VBox(6, field, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(WIDTH, HEIGHT);
        box.setPadding(new Insets(8));
        setAlignment(Pos.TOP_CENTER);
        setPadding(new Insets(60, 0, 0, 0));
        getChildren().setAll(box);
        setVisible(false);
        field.textProperty().addListener((property, before, now) -> search(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseClicked(event -> run());
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        window.appearance().paletteProperty().addListener((property, before, now) -> open(now));
    }

    private void open(boolean now) {
        setVisible(now);
        if (now) {
            field.clear();
            search("");
            field.requestFocus();
        }
    }

    private void search(String text) {
        list.getItems().setAll(model.search(text));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int next =
                    Math.max(0, Math.min(list.getItems().size() - 1, at + (event.getCode() == KeyCode.DOWN ? 1 : -1)));
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 3));
        } else if (event.getCode() == KeyCode.ENTER) {
            run();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else {
            return;
        }
        event.consume();
    }

    private void run() {
        PaletteModel.Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null && !entry.kind().equals("word")) {
            close();
            entry.action().run();
        }
    }

    private void close() {
        window.appearance().paletteProperty().set(false);
    }

    private static final class EntryCell extends ListCell<PaletteModel.Entry> {
        @Override
        protected void updateItem(PaletteModel.Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            Label kind = Controls.muted(entry.kind());
            kind.setMinWidth(70);
            Label text = new Label(entry.text());
            text.setMinWidth(USE_PREF_SIZE);
            Label detail = Controls.muted(entry.detail());
            HBox line = new HBox(8, kind, text, Controls.space(), detail);
            line.setMaxWidth(WIDTH - 50);
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
            Explain.with(this, entry.text() + ": " + entry.detail());
        }
    }
}
