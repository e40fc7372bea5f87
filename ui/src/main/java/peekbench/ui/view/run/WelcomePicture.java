package peekbench.ui.view.run;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.TextAlignment;
import peekbench.ui.model.Terms;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** Who holds what in the quickstart, what crosses, and where the attacker watches. */
final class WelcomePicture extends HBox {
    /** The layers of the quickstart's clients, as it is cut. */
    static final String CLIENT_LAYERS = "conv1 \u2192 relu1 \u2192 pool1";

    static final String SERVER_LAYERS = "conv2 \u2192 relu2 \u2192 pool2 \u2192 \u2026 \u2192 fc3";
    /** One record as it leaves a client. */
    static final String SMASHED = "6x14x14";

    private static final String EYE =
            "M1 9 C4 4 14 4 17 9 C14 14 4 14 1 9 Z M9 6.2 A2.8 2.8 0 1 0 9 11.8 A2.8 2.8 0 1 0 9 6.2 Z";

    WelcomePicture() {
        setId("welcome-picture");
        setAlignment(Pos.CENTER);
        setFillHeight(true);
        getStyleClass().add("split-picture");
        setAccessibleText(
                "Five clients hold their pictures and the layers conv1 to pool1. They send smashed data and labels to"
                        + " a server, which holds the layers from conv2 on, sends gradients back, and watches.");
        SVGPath eye = new SVGPath();
        eye.setContent(EYE);
        eye.getStyleClass().add("eye");
        Label watches = new Label("the attacker watches here", eye);
        watches.getStyleClass().add("eye-label");
        Explain.with(watches, Terms.meaning("attack").orElse(""));
        VBox crosses = new VBox(
                6,
                arrow(
                        "smashed data " + SMASHED + " and labels",
                        true,
                        Terms.meaning("smashed data").orElse("")),
                arrow(
                        "gradients",
                        false,
                        "By how much the loss changes with the smashed data; with it the clients' layers learn."));
        crosses.setAlignment(Pos.CENTER);
        HBox.setHgrow(crosses, Priority.ALWAYS);
        getChildren()
                .setAll(
                        box("5 clients", "keep their pictures", CLIENT_LAYERS, Controls.muted("")),
                        crosses,
                        box("1 server", "sees no picture", SERVER_LAYERS, watches));
    }

    private static Node box(String who, String what, String layers, Node below) {
        Label name = new Label(who);
        name.getStyleClass().add("party");
        Label held = new Label(layers);
        held.getStyleClass().add("layers");
        held.setMinWidth(USE_PREF_SIZE);
        VBox box = new VBox(6, name, Controls.muted(what), held, below);
        box.getStyleClass().add("party-box");
        return box;
    }

    private static Node arrow(String text, boolean right, String meaning) {
        Region line = new Region();
        line.getStyleClass().add("arrow-line");
        HBox.setHgrow(line, Priority.ALWAYS);
        SVGPath head = new SVGPath();
        head.setContent(right ? "M0 0 L8 4 L0 8 Z" : "M8 0 L0 4 L8 8 Z");
        head.getStyleClass().add("arrow-head");
        HBox arrow = right ? new HBox(line, head) : new HBox(head, line);
        arrow.setAlignment(Pos.CENTER);
        Label what = new Label(text);
        what.setMaxWidth(Double.MAX_VALUE);
        what.setAlignment(Pos.CENTER);
        what.setWrapText(true);
        what.setTextAlignment(TextAlignment.CENTER);
        VBox both = new VBox(2, what, arrow);
        both.getStyleClass().add("crossing");
        return Explain.with(both, meaning);
    }
}
