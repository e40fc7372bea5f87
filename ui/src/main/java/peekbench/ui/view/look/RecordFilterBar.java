package peekbench.ui.view.look;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.LookChoices;
import peekbench.ui.model.look.LookRow;
import peekbench.ui.model.look.LookShown;
import peekbench.ui.model.look.RecordFilter;
import peekbench.ui.service.picture.PictureArrays;
import peekbench.ui.service.picture.ShownRecords;
import peekbench.ui.view.part.Controls;
import peekbench.ui.view.part.Explain;

/** Classes with counts, and what the classifier read. */
final class RecordFilterBar extends HBox {
    private final WindowModel window;
    private final MenuButton classes = new MenuButton("all classes");
    private final ComboBox<RecordFilter.Reading> read;
    private ShownRecords shownRecords = ShownRecords.UNKNOWN;

    RecordFilterBar(WindowModel window) {
        super(8);
        this.window = window;
        setAlignment(Pos.CENTER_LEFT);
        classes.setId("classes");
        Explain.with(classes, "Only records of these classes.");
        classes.setMinWidth(USE_PREF_SIZE);
        LookChoices choices = window.look().choices();
        read = Controls.choice(
                "read",
                RecordFilter.Reading::label,
                "Only records in whose reconstructions a classifier, trained on other clean records, read that.",
                reading -> choices.recordsProperty()
                        .set(choices.recordsProperty().get().reading(reading)));
        read.getItems().setAll(RecordFilter.Reading.values());
        read.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(classes, read);
        window.look().shownProperty().addListener((property, before, now) -> show(now));
        show(window.look().shownProperty().get());
    }

    private void show(LookShown shown) {
        RecordFilter filter = window.look().choices().recordsProperty().get();
        ShownRecords records = shown.content().records();
        if (!records.equals(shownRecords)) {
            shownRecords = records;
            fill(records);
        }
        classes.getItems().forEach(item -> {
            if (item instanceof CheckMenuItem check && check.getUserData() instanceof Integer label) {
                check.setSelected(filter.classes().contains(label));
            }
        });
        classes.setText(
                switch (filter.classes().size()) {
                    case 0 -> "all classes";
                    case 1 -> records.named(filter.classes().iterator().next());
                    default -> filter.classes().size() + " classes";
                });
        boolean known = !classes.getItems().isEmpty();
        classes.setVisible(known);
        classes.setManaged(known);
        Optional<PictureArrays> arrays = shown.current().flatMap(LookRow::arrays);
        boolean reads = arrays.filter(one -> !one.read().isEmpty()).isPresent();
        read.setVisible(reads);
        read.setManaged(reads);
        if (read.getValue() != filter.read()) {
            read.setValue(filter.read());
        }
    }

    private void fill(ShownRecords records) {
        Map<Integer, Integer> counts = new TreeMap<>();
        records.records().forEach(record -> record.label().ifPresent(label -> counts.merge(label, 1, Integer::sum)));
        classes.getItems().clear();
        counts.forEach((label, number) -> {
            CheckMenuItem item = new CheckMenuItem(records.named(label) + "  " + number);
            item.setUserData(label);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> {
                LookChoices choices = window.look().choices();
                choices.recordsProperty().set(choices.recordsProperty().get().toggled(label));
            });
            classes.getItems().add(item);
        });
    }
}
