package peekbench.ui.view.look;

import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import peekbench.ui.model.Terms;
import peekbench.ui.model.WindowModel;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;
import peekbench.ui.view.part.Ink;

/** One slider of epochs for all rows; it stops only where there are pictures, and ends at the finished network. */
final class EpochBar extends HBox {
    private static final double STEP_WIDTH = 46;

    private final WindowModel window;
    private final Slider slider = new Slider();
    private boolean showing;

    EpochBar(WindowModel window) {
        super(8);
        this.window = window;
        setAlignment(Pos.CENTER_LEFT);
        slider.setId("epochs");
        slider.setSnapToTicks(true);
        slider.setMinorTickCount(0);
        slider.setMajorTickUnit(1);
        slider.setShowTickLabels(true);
        slider.setShowTickMarks(true);
        slider.setBlockIncrement(1);
        slider.setLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Double at) {
                List<Integer> epochs = window.look().epochs();
                int index = (int) Math.round(at);
                return index < epochs.size() ? Integer.toString(epochs.get(index)) : "end";
            }

            @Override
            public Double fromString(String text) {
                return 0.0;
            }
        });
        slider.valueProperty().addListener((property, before, now) -> choose(now.doubleValue()));
        Explain.with(slider, Terms.meaning("epoch").orElse("") + "  [ ]");
        window.look().shownProperty().addListener((property, before, now) -> show());
        show();
    }

    private void choose(double value) {
        int index = (int) Math.round(value);
        List<Integer> epochs = window.look().epochs();
        if (!showing && Math.abs(value - index) < 1e-6) {
            window.focus()
                    .change(now -> now.afterEpoch(
                            index < epochs.size() ? OptionalInt.of(epochs.get(index)) : OptionalInt.empty()));
        }
    }

    private void show() {
        showing = true;
        List<Integer> epochs = window.look().epochs();
        if (epochs.isEmpty()) {
            Label none = Controls.muted("Over time: add attack-at-epochs: [0, 1, 3]");
            Explain.with(
                    none,
                    "No pictures are stored of a network that was still being trained. The key attack-at-epochs of the"
                            + " scenario brings them; then a slider stands here.");
            none.setId("no-epochs");
            getChildren().setAll(none);
        } else {
            getChildren().setAll(Controls.muted("epoch"), slider);
            slider.setMax(epochs.size());
            double em = Ink.of(window.appearance().settingsProperty().get()).em();
            slider.setPrefWidth(STEP_WIDTH * em * (epochs.size() + 1));
            OptionalInt epoch = window.focus().get().epoch();
            int at = epoch.isPresent() ? epochs.indexOf(epoch.getAsInt()) : epochs.size();
            slider.setValue(at < 0 ? epochs.size() : at);
        }
        showing = false;
    }
}
