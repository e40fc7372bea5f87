package peekbench.ui.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.run.RunWords;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** How many runs go on, and how many failures nobody has looked at, beside the icon of Runs. */
final class RunBadges extends StackPane {
    private static final double BESIDE = 17;

    private final WindowModel window;
    private final Label running = new Label();
    private final Label failed = new Label();

    RunBadges(WindowModel window, Node icon) {
        this.window = window;
        running.setId("badge-running");
        running.getStyleClass().addAll("badge", "badge-running");
        failed.setId("badge-failed");
        failed.getStyleClass().addAll("badge", "badge-failed");
        HBox badges = new HBox(2, running, failed);
        badges.setAlignment(Pos.TOP_LEFT);
        badges.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        badges.setManaged(false);
        badges.setLayoutX(BESIDE);
        badges.setLayoutY(-5);
        getChildren().setAll(icon, badges);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        window.runs().runsProperty().addListener((property, before, now) -> show(badges));
        window.runs().troubleProperty().addListener((property, before, now) -> show(badges));
        show(badges);
    }

    private void show(HBox badges) {
        int going = window.runs().going().size();
        int failures = window.runs().troubleProperty().get();
        set(running, going, RunWords.count(going, "run") + " going on");
        set(failed, failures, failures + " failed since you looked");
        badges.autosize();
    }

    private static void set(Label badge, int number, String meaning) {
        badge.setText(Integer.toString(number));
        Controls.show(badge, number > 0);
        badge.setAccessibleText(meaning);
        Explain.with(badge, meaning);
    }
}
