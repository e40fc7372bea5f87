package peekbench.ui.view.look;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import peekbench.ui.model.Terms;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.LookMode;
import peekbench.ui.model.look.LookRow;
import peekbench.ui.model.look.LookShown;
import peekbench.ui.model.look.LookTab;
import peekbench.ui.model.look.LookWords;
import peekbench.ui.model.look.SheetHit;
import peekbench.ui.model.look.SheetTile;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** Look: what did they see? Tabs for outcomes, a sentence, choices, pictures, and what filters them. */
public final class LookView extends VBox {
    private static final String SENTENCE = "What was sent, who saw it and what they made of it.\n\nSmashed data: "
            + Terms.meaning("smashed data").orElse("") + "\n\nThe mean record is a floor: "
            + Terms.meaning("floor").orElse("") + "\n\n";

    /** Below so many lines of text pictures and choices do not fit together. */
    private static final double LOW = 40;

    private final WindowModel window;
    private final HBox tabs;
    private final HBox modes;
    private final LookBar choices;
    private final ToggleButton more = new ToggleButton("Choices");
    private final StackPane canvases;
    private final Label sentence = new Label();
    private final Label caption = Controls.muted("");
    private final Label readout = Controls.muted("");
    private final StackPane body = new StackPane();
    private final VBox pictures;
    private final LookFooter footer;
    private final PictureSheet sheet;
    private final BenchPane bench;
    private final OutcomePane outcomes;

    /** Binds to the models; they decide. */
    public LookView(WindowModel window) {
        super(6);
        this.window = window;
        this.sheet = new PictureSheet(window);
        this.bench = new BenchPane(window);
        this.outcomes = new OutcomePane(window);
        setId("look");
        setPadding(new Insets(8, 8, 6, 8));
        sentence.setId("sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add("sentence");
        caption.setId("caption");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        readout.setId("readout");
        window.look().pages().onRead(() -> {
            sheet.repaint();
            bench.repaint();
        });
        sheet.onHover(this::read);
        bench.onHover(readout::setText);
        choices = new LookBar(window);
        modes = Controls.segments(
                "mode",
                List.of(LookMode.values()),
                LookMode::title,
                LookMode::meaning,
                window.look().choices().modeProperty());
        tabs = Controls.segments(
                "tab",
                List.of(LookTab.values()),
                LookTab::title,
                LookTab::meaning,
                window.look().choices().tabProperty());
        more.setId("choices");
        Explain.with(
                more,
                "Attack, records, seed, order and filters, in place of the pictures: the window is too low for both.");
        more.setOnAction(event -> arrange());
        HBox head = new HBox(10, tabs, Controls.space(), more, modes);
        head.getStyleClass().add("bar");
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox.setVgrow(sheet, Priority.ALWAYS);
        VBox.setVgrow(bench, Priority.ALWAYS);
        footer = new LookFooter(window);
        canvases = new StackPane(sheet, bench);
        canvases.setMinHeight(0);
        body.setMinHeight(0);
        pictures = new VBox(4, caption, canvases, readout, footer);
        VBox.setVgrow(canvases, Priority.ALWAYS);
        getChildren().setAll(head, sentence, choices, body);
        heightProperty().addListener((property, before, now) -> arrange());
        window.look().shownProperty().addListener((property, before, now) -> show());
        window.look().workingProperty().addListener((property, before, now) -> show());
        window.workspace().updatingProperty().addListener((property, before, now) -> show());
        window.workspace().openingProperty().addListener((property, before, now) -> show());
        window.look().problemProperty().addListener((property, before, now) -> show());
        window.look().choices().tabProperty().addListener((property, before, now) -> show());
        window.look().choices().modeProperty().addListener((property, before, now) -> show());
        window.arms().countsProperty().addListener((property, before, now) -> show());
        window.arms().problemProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        LookShown shown = window.look().shownProperty().get();
        showTabs();
        Explain.with(sentence, SENTENCE + LookWords.from(shown));
        sentence.setText(
                shown.rows().isEmpty()
                        ? ""
                        : LookWords.what(shown, window.focus().get()));
        caption.setText(LookWords.caption(shown, window.look().choices().usedOrder()));
        boolean one = window.look().choices().modeProperty().get() == LookMode.ONE;
        sheet.setVisible(!one);
        bench.setVisible(one);
        arrange();
        Node content = content(shown);
        if (!body.getChildren().equals(List.of(content))) {
            body.getChildren().setAll(content);
        }
    }

    /** In a low window choices stand in the place of pictures, and only when asked for. */
    private void arrange() {
        boolean low = getHeight() > 0
                && getHeight()
                        < LOW * window.appearance().settingsProperty().get().textSize();
        boolean choosing = low && more.isSelected();
        boolean one = window.look().choices().modeProperty().get() == LookMode.ONE;
        boolean pictures = window.look().shownTab() == LookTab.PICTURES;
        Controls.show(modes, pictures);
        choices.forPictures(pictures);
        Controls.show(more, low);
        Controls.show(choices, !low || choosing);
        Controls.show(footer, !one && (!low || choosing));
        for (Node picture : List.of(sentence, caption, canvases, readout)) {
            Controls.show(picture, !choosing);
        }
    }

    private Node content(LookShown shown) {
        LookTab tab = window.look().shownTab();
        Optional<String> problem = window.look().problemProperty().get();
        if (problem.isPresent()) {
            return message(problem.get());
        }
        if (shown.rows().isEmpty()) {
            return reading() ? message("Reading results\u2026") : nothing();
        }
        return switch (tab) {
            case PICTURES -> shown.reference().isPresent() ? pictures : lacks(shown);
            case ROWS, LABELS, MIXES, MEMBERS -> outcomes;
            case FINDINGS -> new FindingsPane(window);
        };
    }

    private boolean reading() {
        return window.look().workingProperty().get()
                || window.arms().workingProperty().get()
                || window.workspace().openingProperty().get()
                || window.workspace().updatingProperty().get();
    }

    /** Only those that the trial has; the one in front is pressed. */
    private void showTabs() {
        List<LookTab> there = window.look().tabs();
        LookTab front = window.look().shownTab();
        List<LookTab> all = List.of(LookTab.values());
        for (int i = 0; i < all.size(); i++) {
            Node button = tabs.getChildren().get(i);
            Controls.show(button, there.contains(all.get(i)));
            if (button instanceof ToggleButton toggle) {
                toggle.setSelected(all.get(i) == front);
            }
        }
    }

    /** Why each row has no pictures. */
    private static Node lacks(LookShown shown) {
        VBox lines = new VBox(8);
        for (LookRow row : shown.rows()) {
            Label why = new Label(row.row().label() + ": " + row.lack().orElse("no pictures"));
            why.setWrapText(true);
            why.getStyleClass().add(row.row().arm().completed() == 0 ? "failure" : "muted");
            lines.getChildren().add(why);
        }
        lines.setId("lacks");
        lines.setPadding(new Insets(16, 0, 0, 0));
        return lines;
    }

    private static Node message(String text) {
        Label label = new Label(text);
        label.setId("message");
        label.setWrapText(true);
        label.getStyleClass().add("empty");
        return label;
    }

    private Node nothing() {
        boolean filtered = !window.focus().get().filter().isEmpty();
        Optional<String> mistake = window.arms().problemProperty().get();
        boolean arms = window.arms().countsProperty().get().arms() > 0;
        String empty = filtered ? "No arm matches." : "No results here yet. Open a folder that peekbench run wrote.";
        Label label =
                new Label(mistake.orElse(arms ? "Choose an arm at the left: the current one is not here." : empty));
        label.setWrapText(true);
        label.setId("nothing");
        Button what = filtered
                ? Controls.button(window.commands().get("clear-filter"))
                : Controls.button(window.commands().get("open"));
        VBox box = new VBox(10, label, what);
        box.getStyleClass().add("empty");
        return box;
    }

    /** What is under the pointer, in numbers. */
    private void read(Optional<SheetHit> hit) {
        LookShown shown = window.look().shownProperty().get();
        readout.setText(hit.map(one -> Readout.of(window, shown, one)).orElse(""));
    }

    /** The row that a tile is of. */
    static Optional<LookRow> row(WindowModel window, LookShown shown, SheetTile tile) {
        if (tile.row() == SheetTile.ORIGINALS) {
            return Optional.empty();
        }
        boolean grid = window.look().choices().modeProperty().get() == LookMode.GRID;
        return grid ? shown.current() : Optional.of(shown.rows().get(tile.row()));
    }
}
