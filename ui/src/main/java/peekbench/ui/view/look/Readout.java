package peekbench.ui.view.look;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.LookRow;
import peekbench.ui.model.look.LookShown;
import peekbench.ui.model.look.LookWords;
import peekbench.ui.model.look.SheetHit;
import peekbench.ui.service.picture.Layer;
import peekbench.ui.service.picture.PictureArrays;
import peekbench.ui.service.picture.PicturePage;
import peekbench.ui.service.picture.PixelPages;

/** A picture and one of its pixels in numbers. */
final class Readout {
    private Readout() {}

    /** Of what is under the pointer on a sheet. */
    static String of(WindowModel window, LookShown shown, SheetHit hit) {
        Optional<LookRow> row = LookView.row(window, shown, hit.tile());
        int of = row.map(one -> shown.rows().indexOf(one)).orElse(hit.tile().row());
        return shown.place(of, hit.tile().column())
                .map(place -> of(window, shown, row.or(shown::reference), place, hit.pixelX(), hit.pixelY()))
                .orElse("");
    }

    /** Of a pixel of a picture in a row. */
    static String of(WindowModel window, LookShown shown, Optional<LookRow> row, int place, int x, int y) {
        StringBuilder text = new StringBuilder(shown.content().records().name(place));
        row.ifPresent(one -> {
            if (one.row().trial().isEmpty() || one.arrays().isEmpty()) {
                return;
            }
            PictureArrays arrays = one.arrays().get();
            arrays.first()
                    .filter(scores -> place < scores.size())
                    .ifPresent(scores -> text.append("; ")
                            .append(LookWords.name(scores.column()))
                            .append(' ')
                            .append(scores.text(place))
                            .append(" by ")
                            .append(arrays.attack()));
            read(shown, arrays, place)
                    .ifPresent(read -> text.append(", read as ").append(read));
            PixelPages pages = window.look().pages();
            Optional<PicturePage> original = pages.page(arrays, Layer.ORIGINAL, place);
            Optional<PicturePage> made =
                    place < arrays.count() ? pages.page(arrays, Layer.MADE, place) : Optional.empty();
            if (original.isPresent() && made.isPresent()) {
                double then = original.get().value(place, x, y);
                double now = made.get().value(place, x, y);
                text.append(String.format(
                        Locale.ROOT,
                        "; pixel (%d, %d): original %.2f, reconstruction %.2f, difference %+.2f",
                        x,
                        y,
                        then,
                        now,
                        now - then));
            }
        });
        return text.toString();
    }

    /** The class that was read in a reconstruction. */
    private static Optional<String> read(LookShown shown, PictureArrays arrays, int place) {
        List<Integer> read = arrays.read();
        return place < read.size() ? Optional.of(shown.content().records().named(read.get(place))) : Optional.empty();
    }
}
