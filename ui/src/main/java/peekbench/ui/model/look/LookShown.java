package peekbench.ui.model.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peekbench.ui.service.picture.Layer;
import peekbench.ui.service.picture.LookContent;
import peekbench.ui.service.picture.PictureArrays;
import peekbench.ui.service.picture.PictureShape;

/**
 * What is shown now: rows, and which pictures of them.
 *
 * @param content where it is from
 * @param rows in their order
 * @param current the row of the current arm and attack; empty without rows
 * @param reference by whose scores pictures are ordered; empty when no row has any
 * @param picks the pictures, in their order
 * @param ownPicks the pictures of rows that are of other records, by number of the row
 * @param passing how many records the filters let pass
 * @param all how many there are
 */
public record LookShown(
        LookContent content,
        List<LookRow> rows,
        Optional<LookRow> current,
        Optional<LookRow> reference,
        Picks picks,
        Map<Integer, Picks> ownPicks,
        int passing,
        int all) {
    /** Nothing. */
    public static final LookShown NOTHING = new LookShown(
            LookContent.NOTHING, List.of(), Optional.empty(), Optional.empty(), Picks.NONE, Map.of(), 0, 0);

    public LookShown {
        rows = List.copyOf(rows);
        ownPicks = Map.copyOf(ownPicks);
    }

    /** Size of the pictures; empty when there are none. */
    public Optional<PictureShape> shape() {
        return reference.flatMap(LookRow::arrays).flatMap(PictureArrays::shape);
    }

    /** The place of a picture in the arrays of a row; empty where the row has none in that column. */
    public Optional<Integer> place(int row, int column) {
        Picks of = row >= 0 && ownPicks.containsKey(row) ? ownPicks.getOrDefault(row, picks) : picks;
        return of.place(column);
    }

    /** The arrays of a row; those of the reference for the originals that all share. */
    public Optional<PictureArrays> arrays(int row) {
        return row == SheetTile.ORIGINALS
                ? reference.flatMap(LookRow::arrays)
                : Optional.of(rows.get(row)).flatMap(LookRow::arrays);
    }

    /** The lines of a strip. */
    public List<SheetLine> lines(Optional<Layer> error) {
        List<SheetLine> lines = new ArrayList<>();
        boolean apart = false;
        if (reference.isPresent()) {
            lines.add(new SheetLine(SheetTile.ORIGINALS, Layer.ORIGINAL, false, true, false));
        }
        for (int i = 0; i < rows.size(); i++) {
            boolean own = ownPicks.containsKey(i);
            boolean begins = true;
            if (own) {
                lines.add(new SheetLine(i, Layer.ORIGINAL, false, true, !apart));
                apart = true;
                begins = false;
            }
            boolean there = rows.get(i).arrays().isPresent();
            lines.add(new SheetLine(i, Layer.MADE, there, begins, false));
            if (there) {
                error.ifPresent(layer ->
                        lines.add(new SheetLine(lines.get(lines.size() - 1).row(), layer, false, false, false)));
            }
        }
        return lines;
    }
}
