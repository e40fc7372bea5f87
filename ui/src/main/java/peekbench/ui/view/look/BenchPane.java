package peekbench.ui.view.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.LookMode;
import peekbench.ui.model.look.LookRow;
import peekbench.ui.model.look.LookShown;
import peekbench.ui.model.look.LookWords;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** One picture, large: all rows side by side, or two of them under a divider that is dragged. */
final class BenchPane extends VBox {
    private static final String ORIGINAL = "original";

    private final WindowModel window;
    private final BenchCanvas panels;
    private final SwipeCanvas swipe;
    private final Label sentence = new Label();
    private final ToggleButton swiping = new ToggleButton("Swipe");
    private final ToggleButton blinking = new ToggleButton("Blink");
    private final ComboBox<Integer> left;
    private final ComboBox<Integer> right;

    BenchPane(WindowModel window) {
        super(6);
        this.window = window;
        setId("bench");
        setPadding(new Insets(2, 0, 0, 0));
        panels = new BenchCanvas(window);
        swipe = new SwipeCanvas(window);
        swiping.setId("swipe");
        Explain.with(swiping, "Two pictures at one place, with a divider to drag. Hold Space for the other one.");
        blinking.setId("blink");
        Explain.with(blinking, "The two in turn, twice a second; not where motion is reduced.  B");
        left = Controls.choice("swipe-left", this::name, "What is at the left of the divider.", row -> swipe.left(row));
        right = Controls.choice(
                "swipe-right", this::name, "What is at the right of the divider.", row -> swipe.right(row));
        Button before = new Button("\u2190");
        before.setId("picture-before");
        before.setOnAction(event -> window.look().step(-1));
        Explain.with(before, "The picture before in the order.  \u2190");
        Button after = new Button("\u2192");
        after.setId("picture-after");
        after.setOnAction(event -> window.look().step(1));
        Explain.with(after, "The next picture in the order.  \u2192");
        Button copy = new Button("Copy sentence");
        copy.setId("copy-sentence");
        copy.setOnAction(event -> window.desk().copy(sentence.getText()));
        Explain.with(copy, "Puts the sentence below on the clipboard.");
        FlowPane bar = new FlowPane(8, 6, before, after, swiping, blinking, left, right, copy, new LegendPane(window));
        bar.setRowValignment(VPos.CENTER);
        sentence.setId("picture-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        StackPane body = new StackPane(panels, swipe);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(bar, body, sentence);
        swiping.selectedProperty().addListener((property, unused, now) -> arrange());
        blinking.selectedProperty().addListener((property, unused, now) -> blink(now));
        window.look().shownProperty().addListener((property, unused, now) -> show());
        window.look().choices().modeProperty().addListener((property, unused, now) -> show());
        window.focus().currentProperty().addListener((property, unused, now) -> show());
        window.appearance().settingsProperty().addListener((property, unused, now) -> repaint());
        arrange();
    }

    /** Is told what comes under the pointer. */
    void onHover(Consumer<String> listener) {
        panels.onHover(listener);
        swipe.onHover(listener);
    }

    void repaint() {
        panels.requestLayout();
        swipe.requestLayout();
    }

    private void arrange() {
        boolean two = swiping.isSelected();
        panels.setVisible(!two);
        swipe.setVisible(two);
        for (Node node : List.of(blinking, left, right)) {
            node.setVisible(two);
            node.setManaged(two);
        }
        if (!two) {
            blinking.setSelected(false);
        }
        show();
    }

    private void blink(boolean wanted) {
        swipe.blink(wanted && !window.appearance().settingsProperty().get().reduceMotion());
    }

    private String name(int row) {
        List<LookRow> rows = window.look().shownProperty().get().rows();
        return row < 0 || row >= rows.size()
                ? ORIGINAL
                : rows.get(row).row().label() + ", " + rows.get(row).row().attack();
    }

    private void show() {
        if (window.look().choices().modeProperty().get() != LookMode.ONE) {
            return;
        }
        LookShown shown = window.look().shownProperty().get();
        if (window.focus().get().picture().isEmpty() && shown.picks().count() > 0) {
            window.focus()
                    .settle(now ->
                            now.onPicture(OptionalInt.of(shown.picks().places().get(0))));
            return;
        }
        List<Integer> sides = new ArrayList<>(List.of(-1));
        for (int i = 0; i < shown.rows().size(); i++) {
            if (shown.rows().get(i).sameRecords()
                    && shown.rows().get(i).arrays().isPresent()) {
                sides.add(i);
            }
        }
        sides(left, sides, 0);
        sides(right, sides, 1);
        Optional<LookRow> current = shown.current();
        sentence.setText(
                current.isPresent() && window.focus().get().picture().isPresent()
                        ? LookWords.ofPicture(
                                shown,
                                current.get(),
                                window.focus().get().picture().getAsInt(),
                                window.focus().get())
                        : "");
        repaint();
    }

    private static void sides(ComboBox<Integer> side, List<Integer> all, int first) {
        if (!side.getItems().equals(all)) {
            side.getItems().setAll(all);
            side.setValue(all.get(Math.min(first, all.size() - 1)));
        }
    }

    /** What the divider is between, for keys. */
    SwipeCanvas swipe() {
        return swipe;
    }
}
