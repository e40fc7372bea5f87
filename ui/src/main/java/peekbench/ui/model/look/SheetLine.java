package peekbench.ui.model.look;

import peekbench.ui.service.picture.Layer;

/**
 * A line of pictures of a strip.
 *
 * @param row of the rows that are shown; {@link SheetTile#ORIGINALS} for the originals that all share
 * @param layer what is shown
 * @param captioned whether a score stands below each picture
 * @param begins whether it is the first of its row, where the label stands
 * @param apart whether a line is drawn above, since the records are others
 */
public record SheetLine(int row, Layer layer, boolean captioned, boolean begins, boolean apart) {}
