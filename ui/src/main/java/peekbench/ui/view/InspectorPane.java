package peekbench.ui.view;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import peekbench.result.FormatNote;
import peekbench.result.StoredTrial;
import peekbench.ui.model.TrialFacts;
import peekbench.ui.model.WindowModel;
import peekbench.ui.service.picture.LookContent;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** The facts of the current trial; each says where it is from. */
final class InspectorPane extends ScrollPane {
    private static final int LONGEST_IN_LINE = 26;
    private static final List<String> FOLDED = List.of("Strengths", "Epochs", "Provenance");

    private final WindowModel window;
    private final VBox content = new VBox(8);

    InspectorPane(WindowModel window) {
        this.window = window;
        setId("inspector-pane");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("inspector");
        content.setPadding(new Insets(10));
        content.setMinWidth(0);
        setContent(content);
        window.look().contentProperty().addListener((property, before, now) -> show(now));
        show(window.look().contentProperty().get());
    }

    private void show(LookContent now) {
        content.getChildren().clear();
        Optional<StoredTrial> trial = now.trial();
        if (trial.isEmpty()) {
            now.shown().ifPresent(row -> content.getChildren().add(wrapped(row.id(), "inspector-title")));
            content.getChildren()
                    .add(wrapped(
                            now.problem().orElse("No trial is chosen."),
                            now.problem().isPresent() ? "failure" : "muted"));
            return;
        }
        content.getChildren()
                .setAll(
                        wrapped(TrialFacts.title(trial.get()), "inspector-title"),
                        wrapped(TrialFacts.subtitle(trial.get()), "muted"));
        FormatNote.of(List.of(trial.get()))
                .ifPresent(note -> content.getChildren().add(wrapped(note, "muted")));
        for (TrialFacts.Section section :
                TrialFacts.of(trial.get(), window.focus().get().records())) {
            content.getChildren().add(section(section));
        }
        FlowPane buttons = new FlowPane(6, 6);
        for (String id : List.of("copy-command", "show-folder")) {
            buttons.getChildren().add(Controls.button(window.commands().get(id)));
        }
        content.getChildren().add(buttons);
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private static Node section(TrialFacts.Section section) {
        VBox lines = new VBox(3);
        TitledPane pane = new TitledPane(section.title(), lines);
        pane.setAnimated(false);
        pane.setMinWidth(0);
        lines.setMinWidth(0);
        // What is folded is made when it is opened: it is the most, and seldom asked for.
        pane.expandedProperty().addListener((property, before, now) -> fill(section, lines));
        pane.setExpanded(!FOLDED.contains(section.title()));
        if (pane.isExpanded()) {
            fill(section, lines);
        }
        pane.getStyleClass().add("section");
        return pane;
    }

    private static void fill(TrialFacts.Section section, VBox lines) {
        if (lines.getChildren().isEmpty()) {
            section.facts()
                    .forEach(fact ->
                            lines.getChildren().add(line(fact, section.title().equals("Failed"))));
        }
    }

    private static Node line(TrialFacts.Fact fact, boolean failure) {
        Label value = new Label(fact.value());
        value.setWrapText(true);
        if (failure) {
            value.getStyleClass().add("failure");
            return Explain.with(value, fact.from());
        }
        Label name = new Label(fact.name());
        name.setWrapText(true);
        name.getStyleClass().add(fact.indented() ? "fact-reference" : "fact-name");
        value.getStyleClass().add("fact-value");
        if (fact.value().length() + fact.name().length() > LONGEST_IN_LINE + 14) {
            return Explain.with(new VBox(name, value), fact.from());
        }
        value.setMinWidth(Label.USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox line = new HBox(6, name, value);
        line.setAlignment(Pos.TOP_LEFT);
        return Explain.with(line, fact.from());
    }
}
