package peekbench.ui.view.look;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import peekbench.ui.model.WindowModel;

/** Below the pictures: filters on records, epochs, the legend of errors, histogram. */
final class LookFooter extends FlowPane {
    LookFooter(WindowModel window) {
        super(22, 6);
        setId("look-footer");
        setAlignment(Pos.BOTTOM_LEFT);
        setRowValignment(VPos.BOTTOM);
        getChildren()
                .setAll(
                        new VBox(6, new RecordFilterBar(window), new EpochBar(window)),
                        new LegendPane(window),
                        new HistogramPane(window));
    }
}
