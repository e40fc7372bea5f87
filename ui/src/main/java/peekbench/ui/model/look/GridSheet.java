package peekbench.ui.model.look;

import java.util.ArrayList;
import java.util.List;
import peekbench.ui.service.picture.Layer;

/** Pictures of one row, wrapped; each is a stack of layers with its score below. */
public final class GridSheet implements SheetModel {
    private final SheetSizes sizes;
    private final List<Layer> layers;
    private final int perLine;
    private final int columns;
    private final int height;
    private final List<Block> blocks = new ArrayList<>();

    private record Block(String title, int firstColumn, int count, int top, int lines) {}

    /**
     * @param sizes of everything
     * @param picks the pictures
     * @param layers of each, from the top
     */
    public GridSheet(SheetSizes sizes, Picks picks, List<Layer> layers) {
        this.sizes = sizes;
        this.layers = List.copyOf(layers);
        this.columns = picks.count();
        this.perLine = Math.max(1, (sizes.viewWidth() - sizes.gap()) / sizes.step());
        int column = 0;
        int y = 0;
        for (Picks.Group group : picks.groups()) {
            int count = group.places().size();
            int title = group.title().isEmpty() ? sizes.gap() : sizes.caption() + 2 * sizes.gap();
            int lines = (count + perLine - 1) / perLine;
            blocks.add(new Block(group.title(), column, count, y + title, lines));
            y += title + lines * lineHeight();
            column += count;
        }
        this.height = y;
    }

    private int lineHeight() {
        return layers.size() * (sizes.height() + sizes.gap()) + sizes.caption() + sizes.gap();
    }

    @Override
    public SheetSizes sizes() {
        return sizes;
    }

    @Override
    public int contentWidth() {
        return Math.min(perLine, Math.max(1, columns)) * sizes.step() + sizes.gap();
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
        return 0;
    }

    @Override
    public List<SheetTile> tiles(int scrollX, int scrollY) {
        List<SheetTile> tiles = new ArrayList<>();
        for (Block block : blocks) {
            int first = Math.max(0, (scrollY - block.top()) / lineHeight());
            for (int line = first; line < block.lines(); line++) {
                int y = block.top() + line * lineHeight() - scrollY;
                if (y > sizes.viewHeight()) {
                    break;
                }
                int end = Math.min(block.count(), (line + 1) * perLine);
                for (int i = line * perLine; i < end; i++) {
                    addStack(tiles, block.firstColumn() + i, sizes.gap() + i % perLine * sizes.step() - scrollX, y);
                }
            }
        }
        return tiles;
    }

    private void addStack(List<SheetTile> tiles, int column, int x, int top) {
        int y = top;
        for (Layer layer : layers) {
            int row = layer == Layer.ORIGINAL ? SheetTile.ORIGINALS : 0;
            tiles.add(new SheetTile(row, column, layer, x, y, sizes.width(), sizes.height()));
            y += sizes.height() + sizes.gap();
        }
    }

    @Override
    public List<SheetText> titles(int scrollX, int scrollY) {
        List<SheetText> shown = new ArrayList<>();
        for (Block block : blocks) {
            int y = block.top() - sizes.gap() - sizes.caption() / 2 - scrollY;
            if (!block.title().isEmpty() && y > -sizes.caption() && y < sizes.viewHeight()) {
                shown.add(new SheetText(block.title(), sizes.gap(), y));
            }
        }
        return shown;
    }

    @Override
    public SheetScroll reveal(int column, SheetScroll from) {
        for (Block block : blocks) {
            int within = column - block.firstColumn();
            if (within >= 0 && within < block.count()) {
                int top = block.top() + within / perLine * lineHeight();
                int y = Math.max(Math.min(from.y(), top - sizes.gap()), top + lineHeight() - sizes.viewHeight());
                return new SheetScroll(from.x(), y).within(this);
            }
        }
        return from;
    }

    @Override
    public int page() {
        return perLine * Math.max(1, sizes.viewHeight() / lineHeight());
    }

    @Override
    public int line() {
        return perLine;
    }
}
