package peekbench.ui.view.run;

import javafx.scene.control.SplitPane;
import peekbench.ui.model.WindowModel;

/** Curves and log of what is chosen. */
final class StoryPane extends SplitPane {
    private static final double CURVES_SHARE = .5;

    StoryPane(WindowModel window) {
        super(new CurvesPane(window), new LogPane(window));
        setDividerPositions(CURVES_SHARE);
    }
}
