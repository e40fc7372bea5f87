package peekbench.ui.view;

import java.awt.image.BufferedImage;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridCell;
import peekbench.report.estimate.Column;
import peekbench.report.table.Cells;
import peekbench.ui.service.PicturePair;

/** An original over its reconstruction, with their similarity underneath. */
final class PicturePairCell extends GridCell<PicturePair> {
    static final double PICTURE_SIZE = 84;

    private final ImageView original = picture();
    private final ImageView reconstruction = picture();
    private final Label similarity = new Label();
    private final VBox content = new VBox(3, original, reconstruction, similarity);

    PicturePairCell() {
        content.setAlignment(Pos.CENTER);
    }

    @Override
    protected void updateItem(PicturePair pair, boolean empty) {
        super.updateItem(pair, empty);
        if (empty || pair == null) {
            setGraphic(null);
            return;
        }
        original.setImage(image(pair.original()));
        reconstruction.setImage(image(pair.reconstruction()));
        similarity.setText("SSIM " + Cells.text(Column.SSIM, OptionalDouble.of(pair.similarity())));
        setGraphic(content);
    }

    private static ImageView picture() {
        ImageView view = new ImageView();
        view.setFitWidth(PICTURE_SIZE);
        view.setFitHeight(PICTURE_SIZE);
        view.setPreserveRatio(true);
        view.setSmooth(false); // pixels are the data; do not draw what is not there
        return view;
    }

    private static Image image(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, new int[width * height], 0, width);
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }
}
