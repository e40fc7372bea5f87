package peekbench.ui.model.look;

import java.util.List;
import java.util.Optional;

/** Where pictures are on a sheet that may be larger than what is seen of it, all in whole pixels of the device. */
public interface SheetModel {
    /** The sizes that it was laid out with. */
    SheetSizes sizes();

    /** Width of the whole sheet. */
    int contentWidth();

    /** Height of the whole sheet. */
    int contentHeight();

    /** What stays in place at the left while the sheet is moved. */
    int frozenWidth();

    /** What stays in place at the top while the sheet is moved. */
    int frozenHeight();

    /** The pictures that are seen when the sheet is moved by so much, where they then are. */
    List<SheetTile> tiles(int scrollX, int scrollY);

    /** Titles of groups of pictures that are seen. */
    List<SheetText> titles(int scrollX, int scrollY);

    /** How far to move so that a column is seen, from where the sheet is now. */
    SheetScroll reveal(int column, SheetScroll from);

    /** The columns that one moves by with Page up and Page down. */
    int page();

    /** The columns that one moves by with Up and Down: 1 line of a grid; 0 where up and down are rows. */
    int line();

    /** What is under a point. */
    default Optional<SheetHit> hit(int x, int y, SheetScroll scroll) {
        if (x < frozenWidth() || y < frozenHeight()) {
            return Optional.empty();
        }
        return tiles(scroll.x(), scroll.y()).stream()
                .filter(tile -> tile.holds(x, y))
                .findFirst()
                .map(tile -> new SheetHit(tile, (x - tile.x()) / sizes().zoom(), (y - tile.y()) / sizes().zoom()));
    }

    /** How far a sheet is moved. */
    record SheetScroll(int x, int y) {
        /** Not at all. */
        public static final SheetScroll NONE = new SheetScroll(0, 0);

        /** Not beyond the ends of a sheet. */
        public SheetScroll within(SheetModel sheet) {
            return new SheetScroll(
                    clamp(x, sheet.contentWidth() - sheet.sizes().viewWidth()),
                    clamp(y, sheet.contentHeight() - sheet.sizes().viewHeight()));
        }

        private static int clamp(int value, int largest) {
            return Math.max(0, Math.min(value, largest));
        }
    }

    /** A text at a place. */
    record SheetText(String text, int x, int y) {}
}
