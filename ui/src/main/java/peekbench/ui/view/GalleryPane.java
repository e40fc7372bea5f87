package peekbench.ui.view;

import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridView;
import peekbench.threat.observation.TargetSet;
import peekbench.ui.model.ResultViewModel;
import peekbench.ui.service.PicturePair;
import peekbench.ui.service.TrialSummary;

/** Originals over reconstructions of the trial that is shown. */
final class GalleryPane extends BorderPane {
    private static final double CAPTION_HEIGHT = 26;
    private static final Map<TargetSet, String> NAMES = Map.of(
            TargetSet.VICTIM_TEST, "Unseen records",
            TargetSet.VICTIM_TRAIN, "Training records");

    GalleryPane(ResultViewModel model) {
        GridView<PicturePair> grid = new GridView<>(model.pictures());
        grid.setId("pictures");
        grid.setCellFactory(view -> new PicturePairCell());
        grid.setCellWidth(PicturePairCell.PICTURE_SIZE);
        grid.setCellHeight(2 * PicturePairCell.PICTURE_SIZE + CAPTION_HEIGHT);
        setCenter(grid);

        Label count = new Label();
        count.setId("picture-count");
        count.textProperty()
                .bind(Bindings.createStringBinding(() -> caption(model), model.pictures(), model.selectedProperty()));
        HBox bar = new HBox(16);
        ToggleGroup group = new ToggleGroup();
        for (TargetSet targets : new TargetSet[] {TargetSet.VICTIM_TEST, TargetSet.VICTIM_TRAIN}) {
            RadioButton button = new RadioButton(NAMES.get(targets));
            button.setId(targets.label());
            button.setToggleGroup(group);
            button.setSelected(model.targetsProperty().get() == targets);
            button.setOnAction(event -> model.targetsProperty().set(targets));
            bar.getChildren().add(button);
        }
        VBox top = new VBox(8, bar, count);
        top.setPadding(new Insets(10));
        setTop(top);
    }

    private static String caption(ResultViewModel model) {
        Optional<String> failure = model.selectedProperty().get().flatMap(TrialSummary::failure);
        if (failure.isPresent()) {
            return "This trial failed: " + failure.get();
        }
        return model.pictures().isEmpty()
                ? "No reconstruction is stored for this trial."
                : model.pictures().size() + " pictures, each above its reconstruction; the most similar first";
    }
}
