package peekbench.ui.model.look;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import peekbench.ui.service.picture.Layer;
import peekbench.ui.service.picture.RowsBy;

/** What a person sets above and below the pictures. */
public final class LookChoices {
    /** Device pixels a pixel of a picture. */
    public static final List<Integer> ZOOMS = List.of(1, 2, 3, 4, 6, 8, 12, 16);

    private final ObjectProperty<LookTab> tab = new SimpleObjectProperty<>(LookTab.PICTURES);
    private final ObjectProperty<LookMode> mode = new SimpleObjectProperty<>(LookMode.STRIP);
    private final ObjectProperty<RowsBy> rowsBy = new SimpleObjectProperty<>(RowsBy.ARM);
    private final ObjectProperty<PictureOrder> order = new SimpleObjectProperty<>(PictureOrder.BEST_MEDIAN_WORST);
    private final ObjectProperty<Optional<Layer>> error = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<RecordFilter> records = new SimpleObjectProperty<>(RecordFilter.ALL);
    private final IntegerProperty zoom = new SimpleIntegerProperty();
    private int shownZoom = 1;

    /** Which outcome. */
    public ObjectProperty<LookTab> tabProperty() {
        return tab;
    }

    /** How pictures are laid out. */
    public ObjectProperty<LookMode> modeProperty() {
        return mode;
    }

    /** What a row stands for. */
    public ObjectProperty<RowsBy> rowsByProperty() {
        return rowsBy;
    }

    /** In which order pictures come. */
    public ObjectProperty<PictureOrder> orderProperty() {
        return order;
    }

    /** Which errors are shown below the reconstructions; empty for none. */
    public ObjectProperty<Optional<Layer>> errorProperty() {
        return error;
    }

    /** Which records are looked at. */
    public ObjectProperty<RecordFilter> recordsProperty() {
        return records;
    }

    /** Device pixels a pixel of a picture; 0 for the largest at which the strip fits. */
    public IntegerProperty zoomProperty() {
        return zoom;
    }

    /** One step of whole pixels larger or smaller than what is shown. */
    public void zoomIn(int by) {
        int now = ZOOMS.indexOf(shownZoom);
        zoom.set(ZOOMS.get(Math.max(0, Math.min(ZOOMS.size() - 1, now + by))));
    }

    /** The zoom for a request: that which was chosen, else the largest at which so many columns fit. */
    public int zoomFor(int pictureWidth, int columns, int pixels) {
        int chosen = zoom.get();
        if (chosen == 0) {
            chosen = ZOOMS.get(0);
            for (int one : ZOOMS) {
                chosen = columns * one * pictureWidth <= pixels ? one : chosen;
            }
        }
        shownZoom = chosen;
        return chosen;
    }

    /** Without errors, with them, with their signs, without again. */
    public void nextError() {
        Optional<Layer> now = error.get();
        error.set(
                now.isEmpty()
                        ? Optional.of(Layer.ERROR)
                        : now.get() == Layer.ERROR ? Optional.of(Layer.SIGNED) : Optional.empty());
    }

    /** The order that counts: a grid shows all pictures, so an order that picks a few shows all by what leaks there. */
    public PictureOrder usedOrder() {
        boolean picks = order.get() == PictureOrder.BEST_MEDIAN_WORST || order.get() == PictureOrder.EVEN_SPREAD;
        return picks && mode.get() == LookMode.GRID ? PictureOrder.MOST_LEAK : order.get();
    }

    /** What decides which pictures are shown. */
    Observable[] ofPictures() {
        return new Observable[] {order, records, mode};
    }
}
