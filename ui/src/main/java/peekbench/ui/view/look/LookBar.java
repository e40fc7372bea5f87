package peekbench.ui.view.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import peekbench.threat.observation.TargetSet;
import peekbench.ui.model.Terms;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.LookChoices;
import peekbench.ui.model.look.PictureOrder;
import peekbench.ui.service.picture.Layer;
import peekbench.ui.service.picture.RowsBy;
import peekbench.ui.view.part.Controls;

/** The choices above the pictures: attack, records, seed, rows, order, errors, zoom. */
final class LookBar extends FlowPane {
    private static final String ALL = "all attacks";

    private final WindowModel window;
    private final ComboBox<String> attack;
    private final ComboBox<TargetSet> records;
    private final ComboBox<Long> seed;
    private final ComboBox<Optional<Layer>> error;
    private final ComboBox<PictureOrder> order;
    private final ComboBox<RowsBy> rows;
    private final ComboBox<Integer> zoom;
    private final List<Node> ofPictures;
    private boolean showing;

    LookBar(WindowModel window) {
        super(10, 6);
        this.window = window;
        setId("look-bar");
        setRowValignment(VPos.CENTER);
        LookChoices choices = window.look().choices();
        attack = Controls.choice("attack", text -> text, Terms.meaning("attack").orElse(""), this::onAttack);
        records = Controls.choice(
                "records",
                set -> set == TargetSet.VICTIM_TEST ? "unseen" : "trained on",
                "Unseen: " + Terms.meaning("unseen").orElse("") + " Trained on: "
                        + Terms.meaning("trained on").orElse("") + "  T",
                set -> change(() -> window.focus().change(now -> now.onRecords(set))));
        records.getItems().setAll(TargetSet.VICTIM_TEST, TargetSet.VICTIM_TRAIN);
        seed = Controls.choice(
                "seed",
                number -> Long.toString(number),
                Terms.meaning("seed").orElse(""),
                number -> change(() -> window.look().onSeed(number)));
        rows = Controls.choice(
                "rows",
                RowsBy::label,
                "What a row stands for: arms, or the attacks, epochs, seeds or cuts of the current arm.",
                by -> change(() -> choices.rowsByProperty().set(by)));
        rows.getItems().setAll(RowsBy.values());
        order = Controls.choice(
                "order",
                PictureOrder::label,
                "In which order pictures come. It is the same for all rows, by the scores of the first.",
                one -> change(() -> choices.orderProperty().set(one)));
        order.getItems().setAll(PictureOrder.values());
        error = Controls.choice(
                "layer",
                layer -> layer.map(Layer::label).orElse("none"),
                Terms.meaning("error").orElse("") + "  E",
                layer -> change(() -> choices.errorProperty().set(layer)));
        error.getItems().setAll(List.of(Optional.empty(), Optional.of(Layer.ERROR), Optional.of(Layer.SIGNED)));
        zoom = Controls.choice(
                "zoom",
                times -> times == 0 ? "fit" : times + "\u00d7",
                "Pixels of the screen a pixel of a picture, always whole.  + -",
                times -> change(() -> choices.zoomProperty().set(times)));
        List<Integer> zooms = new ArrayList<>(List.of(0));
        zooms.addAll(LookChoices.ZOOMS);
        zoom.getItems().setAll(zooms);
        ofPictures = List.of(named("rows", rows), named("order", order), named("errors", error), named("zoom", zoom));
        getChildren().setAll(named("attack", attack), named("records", records), named("seed", seed));
        getChildren().addAll(ofPictures);
        window.look().shownProperty().addListener((property, before, now) -> show());
        choices.errorProperty().addListener((property, before, now) -> show());
        choices.zoomProperty().addListener((property, before, now) -> show());
        show();
    }

    /** What only pictures have is there for pictures only. */
    void forPictures(boolean pictures) {
        ofPictures.forEach(choice -> Controls.show(choice, pictures));
    }

    private static Node named(String name, ComboBox<?> choice) {
        HBox box = new HBox(5, Controls.muted(name), choice);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void onAttack(String name) {
        change(() ->
                window.focus().change(now -> now.onAttack(name.equals(ALL) ? Optional.empty() : Optional.of(name))));
    }

    /** What a person chose, and not what was only shown. */
    private void change(Runnable change) {
        if (!showing) {
            change.run();
        }
    }

    private void show() {
        showing = true;
        List<String> attacks = new ArrayList<>(List.of(ALL));
        attacks.addAll(window.look().attacks());
        set(attack, attacks, window.focus().get().attack().orElse(attacks.size() == 2 ? attacks.get(1) : ALL));
        records.setValue(window.focus().get().records());
        List<Long> seeds = window.look().seeds();
        Optional<Long> shown = window.look()
                .contentProperty()
                .get()
                .shown()
                .flatMap(trial -> trial.key())
                .map(key -> key.seed());
        set(seed, seeds, shown.orElse(null));
        rows.setValue(window.look().choices().rowsByProperty().get());
        order.setValue(window.look().choices().orderProperty().get());
        error.setValue(window.look().choices().errorProperty().get());
        zoom.setValue(window.look().choices().zoomProperty().get());
        showing = false;
    }

    private static <T> void set(ComboBox<T> choice, List<T> items, @Nullable T value) {
        if (!choice.getItems().equals(items)) {
            choice.getItems().setAll(items);
        }
        choice.setValue(value);
    }
}
