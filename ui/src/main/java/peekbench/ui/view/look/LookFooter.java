package peekbench.ui.view.look;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.LookShown;
import peekbench.ui.view.part.Controls;

/** Below the pictures: filters on records, epochs, the legend of errors, histogram. */
final class LookFooter extends FlowPane {
    LookFooter(WindowModel window) {
        super(22, 6);
        setId("look-footer");
        setAlignment(Pos.BOTTOM_LEFT);
        setRowValignment(VPos.BOTTOM);
        Label count = Controls.muted("");
        count.setId("count");
        window.look().shownProperty().addListener((property, before, now) -> count.setText(count(now)));
        count.setText(count(window.look().shownProperty().get()));
        getChildren()
                .setAll(
                        new VBox(6, new RecordFilterBar(window), new EpochBar(window)),
                        new LegendPane(window),
                        new VBox(2, count, new HistogramPane(window)));
    }

    /** Always something, so that nothing moves under the pointer. */
    private static String count(LookShown shown) {
        return shown.passing() == shown.all() ? "all " + shown.all() : shown.passing() + " of " + shown.all();
    }
}
