package peekbench.ui.view;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import peekbench.query.Facet;
import peekbench.query.FilterKeys;
import peekbench.ui.model.WindowModel;
import peekbench.ui.view.part.Explain;

/** The filter as parts that can be taken away, a field for the next, and a menu of all values with counts. */
public final class FilterField extends HBox {
    private static final int MOST_VALUES = 40;
    private static final double FIELD = 100;

    private final WindowModel window;
    private final HBox tokens = new HBox(4);
    private final TextField field = new TextField();
    private final ContextMenu completions = new ContextMenu();
    private final MenuButton facets = new MenuButton("Filter by");
    private final KeptFilters kept;

    FilterField(WindowModel window) {
        super(6);
        this.window = window;
        this.kept = new KeptFilters(window);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("filter");
        tokens.setAlignment(Pos.CENTER_LEFT);
        field.setId("filter");
        field.setPromptText("filter: arm:nopeek seed:1 accuracy>0.7");
        field.setPrefWidth(FIELD);
        field.setMinWidth(FIELD);
        HBox.setHgrow(field, Priority.ALWAYS);
        Explain.with(
                field,
                "Parts hold together; several of one key are alternatives; a hyphen before a part turns it round."
                        + " key:text contains, key=text is, < > compare. Enter adds, Backspace takes the last away."
                        + "  Ctrl+F");
        facets.setId("facets");
        Explain.with(facets, "All values that there are, with the number of trials that have them.");
        facets.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(tokens, field, facets);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.textProperty().addListener((property, before, now) -> complete(now));
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                completions.hide();
            }
        });
        window.focus().currentProperty().addListener((property, before, now) -> {
            if (!before.filter().equals(now.filter())) {
                show();
            }
        });
        window.arms().facetsProperty().addListener((property, before, now) -> fill(now));
        window.arms().problemProperty().addListener((property, before, now) -> show());
        show();
        fill(window.arms().facetsProperty().get());
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            String written = field.getText().strip();
            if (!written.isEmpty()) {
                field.clear();
                window.filter().apply((window.focus().get().filter() + " " + written).strip());
            }
            completions.hide();
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE && field.getText().isEmpty()) {
            window.filter().removeLast();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            event.consume();
        }
    }

    private void complete(String text) {
        List<String> next = text.isBlank() ? List.of() : window.filter().completions(text);
        if (next.isEmpty() || !field.isFocused()) {
            completions.hide();
            return;
        }
        completions.getItems().setAll(next.stream().map(this::completion).toList());
        if (!completions.isShowing()) {
            completions.show(field, Side.BOTTOM, 0, 0);
        }
    }

    private MenuItem completion(String text) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> {
            field.setText(text);
            field.end();
        });
        return item;
    }

    private void show() {
        tokens.getChildren().clear();
        List<String> parts = window.filter().tokens();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isEmpty()) {
                continue;
            }
            int at = i;
            Button token = new Button(parts.get(i) + "  \u00d7");
            token.getStyleClass().add("token");
            token.setMnemonicParsing(false);
            token.setOnAction(event -> window.filter().remove(at));
            boolean wrong = window.arms().problemProperty().get().isPresent();
            Explain.with(
                    token,
                    wrong
                            ? window.arms().problemProperty().get().get()
                            : parts.get(i) + "\nA click takes this part away.");
            token.pseudoClassStateChanged(PseudoClass.getPseudoClass("failed"), wrong);
            tokens.getChildren().add(token);
        }
    }

    private void fill(List<Facet> all) {
        facets.getItems().setAll(kept, new SeparatorMenuItem());
        for (Facet facet : all) {
            if (facet.key() == FilterKeys.STARTED
                    || facet.key() == FilterKeys.SECONDS
                    || facet.key() == FilterKeys.ID) {
                continue;
            }
            Menu menu = new Menu(facet.key().label());
            facet.values().stream()
                    .limit(MOST_VALUES)
                    .forEach(value -> menu.getItems().add(value(facet.key(), value)));
            if (facet.values().size() > MOST_VALUES) {
                menu.getItems()
                        .add(new CustomMenuItem(
                                new Label((facet.values().size() - MOST_VALUES) + " more; write them into the field"),
                                false));
            }
            facets.getItems().add(menu);
        }
    }

    private MenuItem value(FilterKeys key, Facet.Value value) {
        String mark = window.filter().asksFor(key, value.text()) ? "\u2713 " : "";
        MenuItem item = new MenuItem(mark + value.text() + "  " + value.trials());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> window.filter().toggle(key, value.text()));
        return item;
    }

    /** Puts the caret into the field. */
    void begin() {
        field.requestFocus();
    }
}
