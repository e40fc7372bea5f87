package peekbench.ui.view.look;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jfree.chart.fx.ChartViewer;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.ConfusionModel;
import peekbench.ui.service.picture.Outcome;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;
import peekbench.ui.view.part.Ink;

/** The outcome whose tab is in front, as figures with a sentence each. */
final class OutcomePane extends ScrollPane {
    private static final int FEW_NON_MEMBERS = 1000;
    private static final int MOST_PANELS = 60;

    private final WindowModel window;

    OutcomePane(WindowModel window) {
        this.window = window;
        setId("outcome");
        setFitToWidth(true);
        window.look().outcome().outcomeProperty().addListener((property, before, now) -> show(now));
        window.appearance()
                .settingsProperty()
                .addListener((property, before, now) ->
                        show(window.look().outcome().outcomeProperty().get()));
        show(window.look().outcome().outcomeProperty().get());
    }

    private void show(Outcome outcome) {
        Ink ink = Ink.of(window.appearance().settingsProperty().get());
        List<Node> parts = parts(outcome, ink);
        VBox content = new VBox(12);
        content.getChildren().setAll(parts);
        content.setPadding(new Insets(12, 8, 8, 4));
        setContent(content);
    }

    private List<Node> parts(Outcome outcome, Ink ink) {
        if (outcome instanceof Outcome.Labels labels) {
            return labels(labels, ink);
        }
        if (outcome instanceof Outcome.Mixes mixes) {
            return mixes(mixes, ink);
        }
        if (outcome instanceof Outcome.Members members) {
            return members(members, ink);
        }
        if (outcome instanceof Outcome.Rows rows) {
            return rows(rows, ink);
        }
        return List.of(
                outcome instanceof Outcome.Unreadable unreadable
                        ? sentence(unreadable.why())
                        : Controls.muted("Reading\u2026"));
    }

    private Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return Explain.with(label, window.look().shownTab().meaning() + " " + from());
    }

    /** Where all figures of the tab are from. */
    private String from() {
        String file = switch (window.look().shownTab()) {
            case LABELS -> "labels.csv";
            case MIXES -> "mixes.csv";
            case MEMBERS -> "members.csv";
            case ROWS, PICTURES, FINDINGS -> "the arrays in reconstructions";
        };
        return window.look()
                .contentProperty()
                .get()
                .trial()
                .map(trial -> "From " + file + " of trial " + trial.key().id() + ", seed "
                        + trial.key().seed() + ", in " + trial.folder() + ". Again: "
                        + trial.info().provenance().command())
                .orElse("");
    }

    private List<Node> labels(Outcome.Labels labels, Ink ink) {
        return ConfusionModel.of(labels.claims(), labels.classes()).stream()
                .<Node>map(one -> new VBox(6, sentence(one.words()), new ConfusionFigure(one, ink)))
                .toList();
    }

    private List<Node> mixes(Outcome.Mixes mixes, Ink ink) {
        return mixes.claims().stream()
                .map(claim -> claim.attack())
                .distinct()
                .<Node>map(attack -> {
                    FlowPane clients = new FlowPane(18, 14);
                    MixFigure.of(attack, mixes, ink).forEach(clients.getChildren()::add);
                    return new VBox(
                            6,
                            sentence(attack + ": which share of each class a client has (filled) and is said to have"
                                    + " (outline). The distance is half the sum of differences: 0 is the mix itself."),
                            clients);
                })
                .toList();
    }

    private List<Node> members(Outcome.Members members, Ink ink) {
        long others = members.claims().stream()
                .filter(claim -> !claim.claim().member())
                .mapToLong(claim -> claim.claim().record())
                .distinct()
                .count();
        VBox all = new VBox(12);
        all.getChildren()
                .add(sentence(
                        "Records that clients trained on, found by how sure an attack is of each; guessing is dashed."
                                + (others < FEW_NON_MEMBERS
                                        ? " There are " + others
                                                + " candidates that nobody trained on: with fewer than 1,000, the"
                                                + " share found at 0.1 % of false alarms is the one found without any, and says"
                                                + " little."
                                        : "")));
        members.curve().forEach(curve -> {
            ink.charts().paint(curve);
            ChartViewer viewer = new ChartViewer(curve, false);
            viewer.setPrefSize(640, 380);
            viewer.setMaxWidth(760);
            all.getChildren().add(viewer);
        });
        FlowPane figures = new FlowPane(18, 14);
        members.claims().stream()
                .map(claim -> claim.attack())
                .distinct()
                .forEach(attack -> figures.getChildren().add(new MemberFigure(attack, members, ink)));
        all.getChildren().add(figures);
        return List.of(all);
    }

    private List<Node> rows(Outcome.Rows rows, Ink ink) {
        int records = rows.made().isEmpty() ? 0 : rows.made().get(0).size();
        FlowPane panels = new FlowPane(14, 14);
        for (int c = 0; c < Math.min(MOST_PANELS, rows.columns().size()); c++) {
            panels.getChildren()
                    .add(new ScatterFigure(
                            rows.columns().get(c),
                            rows.originals().get(c),
                            rows.made().get(c),
                            ink));
        }
        String more = rows.columns().size() > MOST_PANELS
                ? " The first " + MOST_PANELS + " of " + rows.columns().size() + " columns are shown."
                : "";
        return List.of(
                sentence(String.format(
                        Locale.ROOT,
                        "%s: true values to the right, recovered ones upwards, a panel a column; on the diagonal they agree,"
                                + " on the level line everybody gets the mean. Recovered exactly: %d of %d records.%s",
                        rows.attack(),
                        rows.exact(),
                        records,
                        more)),
                panels);
    }
}
