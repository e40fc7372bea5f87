package peekbench.ui.model.look;

import java.util.ArrayList;
import java.util.List;

/** Columns are pictures, lines are rows and their layers; each row's label stands above it and stays while the sheet is moved sideways,
 * titles of groups stay at the top. */
public final class StripSheet implements SheetModel {
    private final SheetSizes sizes;
    private final List<String> titles = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<SheetLine> lines;
    private final List<Integer> tops = new ArrayList<>();
    private final int columns;
    private final int width;
    private final int height;

    /**
     * @param sizes of everything
     * @param picks the columns
     * @param lines from the top
     */
    public StripSheet(SheetSizes sizes, Picks picks, List<SheetLine> lines) {
        this.sizes = sizes;
        this.lines = List.copyOf(lines);
        this.columns = picks.count();
        int column = 0;
        for (Picks.Group group : picks.groups()) {
            titles.add(group.title());
            starts.add(column);
            column += group.places().size();
        }
        this.width = columns == 0 ? frozenWidth() : columnX(columns - 1) + sizes.step() + sizes.groupGap();
        int y = frozenHeight();
        for (SheetLine line : this.lines) {
            y += line.begins() ? sizes.rowGap() : sizes.gap();
            y += line.apart() ? 2 * sizes.caption() : 0;
            y += line.begins() ? sizes.caption() : 0;
            tops.add(y);
            y += sizes.height() + (line.captioned() ? sizes.caption() : 0);
        }
        this.height = y + sizes.rowGap();
    }

    @Override
    public SheetSizes sizes() {
        return sizes;
    }

    @Override
    public int contentWidth() {
        return width;
    }

    @Override
    public int contentHeight() {
        return height;
    }

    @Override
    public int frozenWidth() {
        return 0;
    }

    @Override
    public int frozenHeight() {
        return sizes.caption() + sizes.gap();
    }

    /** The lines, from the top. */
    public List<SheetLine> lines() {
        return lines;
    }

    /** The upper edge of the pictures of a line of the sheet; the label is above it. */
    public int top(int line) {
        return tops.get(line);
    }

    /** The left edge of a column of the sheet. */
    public int columnX(int column) {
        return frozenWidth() + sizes.gap() + column * sizes.step() + group(column) * sizes.groupGap();
    }

    private int group(int column) {
        int group = 0;
        while (group + 1 < starts.size() && starts.get(group + 1) <= column) {
            group++;
        }
        return group;
    }

    private int firstColumn(int scrollX) {
        int column = Math.max(0, (scrollX - sizes.groupGap() * starts.size()) / sizes.step() - 1);
        while (column < columns && columnX(column) + sizes.step() < scrollX + frozenWidth()) {
            column++;
        }
        return column;
    }

    @Override
    public List<SheetTile> tiles(int scrollX, int scrollY) {
        List<SheetTile> tiles = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int y = tops.get(i) - scrollY;
            if (y + sizes.height() + sizes.caption() < 0 || y > sizes.viewHeight()) {
                continue;
            }
            for (int column = firstColumn(scrollX); column < columns; column++) {
                int x = columnX(column) - scrollX;
                if (x > sizes.viewWidth()) {
                    break;
                }
                SheetLine line = lines.get(i);
                tiles.add(new SheetTile(line.row(), column, line.layer(), x, y, sizes.width(), sizes.height()));
            }
        }
        return tiles;
    }

    @Override
    public List<SheetText> titles(int scrollX, int scrollY) {
        List<SheetText> shown = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            int end = i + 1 < starts.size() ? columnX(starts.get(i + 1)) : width;
            int x = Math.max(columnX(starts.get(i)) - scrollX, frozenWidth() + sizes.gap());
            if (x < Math.min(end - scrollX, sizes.viewWidth())) {
                shown.add(new SheetText(titles.get(i), x, sizes.caption() / 2));
            }
        }
        return shown;
    }

    @Override
    public SheetScroll reveal(int column, SheetScroll from) {
        int left = columnX(column) - frozenWidth() - sizes.gap();
        int right = columnX(column) + sizes.step() - sizes.viewWidth();
        int x = Math.max(Math.min(from.x(), left), right);
        return new SheetScroll(x, from.y()).within(this);
    }

    @Override
    public int page() {
        return Math.max(1, (sizes.viewWidth() - frozenWidth()) / sizes.step());
    }

    @Override
    public int line() {
        return 0;
    }
}
