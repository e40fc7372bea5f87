package peekbench.ui.view;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import peekbench.ui.model.Question;
import peekbench.ui.model.WindowModel;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** A question over the window. Its first answer has the focus, which Enter does; Escape does the last. */
final class AskPane extends StackPane {
    private static final double WIDTH = 620;
    private static final double BUTTON = 220;

    private final WindowModel window;
    private Optional<Node> before = Optional.empty();

    AskPane(WindowModel window) {
        this.window = window;
        getStyleClass().add("palette-veil");
        setAlignment(Pos.CENTER);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Optional<Question> open = window.questions().openProperty().get();
            if (open.isEmpty()) {
                return;
            }
            if (event.getCode() == KeyCode.ESCAPE) {
                List<Question.Answer> answers = open.get().answers();
                window.questions().answer(answers.get(answers.size() - 1));
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && getScene().getFocusOwner() instanceof Button button) {
                button.fire();
                event.consume();
            }
        });
        window.questions().openProperty().addListener((property, was, now) -> show(now));
    }

    private void show(Optional<Question> question) {
        setVisible(question.isPresent());
        if (question.isEmpty()) {
            getChildren().clear();
            before.ifPresent(Node::requestFocus);
            before = Optional.empty();
            return;
        }
        if (getScene() != null && before.isEmpty()) {
            before = Optional.ofNullable(getScene().getFocusOwner());
        }
        Label title = new Label(question.get().title());
        title.getStyleClass().add("title");
        Label text = new Label(question.get().text());
        text.setId("question-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        VBox card = new VBox(12, title, text);
        card.setId("question");
        card.getStyleClass().add("palette");
        card.setPadding(new Insets(20));
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        for (Question.Answer answer : question.get().answers()) {
            card.getChildren().add(line(answer, card.getChildren().size() == 2));
        }
        getChildren().setAll(card);
        card.lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
    }

    private Node line(Question.Answer answer, boolean first) {
        Button button = new Button(answer.text());
        button.setId(answer.id());
        button.setMinWidth(BUTTON);
        if (first) {
            button.getStyleClass().add("accent");
        }
        if (answer.harms()) {
            button.getStyleClass().addAll("danger", "button-outlined");
        }
        button.setOnAction(event -> window.questions().answer(answer));
        Explain.with(button, answer.meaning());
        Label meaning = Controls.muted(answer.meaning());
        meaning.setWrapText(true);
        HBox.setHgrow(meaning, Priority.ALWAYS);
        HBox line = new HBox(14, button, meaning);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
