package peekbench.ui.view.look;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import peekbench.query.ArmRow;
import peekbench.ui.model.look.LookRow;
import peekbench.ui.model.look.LookShown;
import peekbench.ui.model.look.LookWords;
import peekbench.ui.model.look.SheetHit;
import peekbench.ui.model.look.SheetLine;
import peekbench.ui.model.look.SheetModel;
import peekbench.ui.model.look.SheetModel.SheetScroll;
import peekbench.ui.model.look.SheetModel.SheetText;
import peekbench.ui.model.look.SheetSizes;
import peekbench.ui.model.look.SheetTile;
import peekbench.ui.model.look.StripSheet;
import peekbench.ui.service.picture.Layer;
import peekbench.ui.service.picture.PictureArrays;
import peekbench.ui.service.picture.RecordScores;
import peekbench.ui.view.part.Ink;
import peekbench.ui.view.part.TextFit;

/** Draws a sheet: every edge of a picture is at a whole pixel of the device. */
final class SheetPainter {
    private static final double DOT = 9;

    private final GraphicsContext pen;
    private final PictureBrush brush;
    private final TextFit fit;
    private final Ink ink;

    /** What is current and what is under the pointer. */
    record Marks(
            OptionalInt picture, Optional<SheetHit> hovered, Optional<ArmRow.Key> brushed, Optional<ArmRow.Key> arm) {}

    SheetPainter(GraphicsContext pen, PictureBrush brush, TextFit fit, Ink ink) {
        this.pen = pen;
        this.brush = brush;
        this.fit = fit;
        this.ink = ink;
    }

    void paint(SheetModel sheet, LookShown shown, SheetScroll scroll, Marks marks, Optional<Integer> onlyRow) {
        SheetSizes sizes = sheet.sizes();
        double width = sizes.logical(sizes.viewWidth()) + 1;
        double height = sizes.logical(sizes.viewHeight()) + 1;
        pen.setFill(ink.background());
        pen.fillRect(0, 0, width, height);
        pen.setFont(fit.font());
        pen.setTextBaseline(VPos.CENTER);
        for (SheetTile tile : sheet.tiles(scroll.x(), scroll.y())) {
            tile(sheet, shown, tile, marks, onlyRow);
        }
        if (sheet instanceof StripSheet strip) {
            labels(strip, shown, scroll, marks);
            pen.setFill(ink.background());
            pen.fillRect(0, 0, width, sizes.logical(sheet.frozenHeight()));
        }
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFill(ink.muted());
        for (SheetText title : sheet.titles(scroll.x(), scroll.y())) {
            pen.fillText(title.text(), sizes.logical(title.x()), sizes.logical(title.y()));
        }
    }

    private void tile(SheetModel sheet, LookShown shown, SheetTile tile, Marks marks, Optional<Integer> onlyRow) {
        SheetSizes sizes = sheet.sizes();
        int row = tile.row() == SheetTile.ORIGINALS ? tile.row() : onlyRow.orElse(tile.row());
        Optional<Integer> place = shown.place(row, tile.column());
        Optional<PictureArrays> arrays = shown.arrays(row);
        double x = sizes.logical(tile.x());
        double y = sizes.logical(tile.y());
        double width = sizes.logical(tile.width());
        double height = sizes.logical(tile.height());
        if (place.isEmpty() || arrays.isEmpty()) {
            return;
        }
        if (place.get() >= arrays.get().count()) {
            PictureBrush.blank(pen, ink, x, y, width, height, false);
            return;
        }
        brush.draw(pen, ink, arrays.get(), tile.layer(), place.get(), x, y, width, height);
        boolean current = marks.picture().isPresent() && marks.picture().getAsInt() == place.get();
        if (current) {
            frame(ink.current(), x, y, width, height);
        }
        marks.hovered().ifPresent(hit -> hovered(hit, tile, sizes, x, y));
        if (tile.layer() == Layer.MADE) {
            caption(shown.rows().get(row), place.get(), sizes, tile, current);
        }
    }

    /** A cross-hair on the same pixel of the same picture in every row. */
    private void hovered(SheetHit hit, SheetTile tile, SheetSizes sizes, double x, double y) {
        if (hit.tile().column() != tile.column()) {
            return;
        }
        double pixel = sizes.logical(sizes.zoom());
        double px = x + hit.pixelX() * pixel;
        double py = y + hit.pixelY() * pixel;
        frame(ink.brushed(), px, py, pixel, pixel);
    }

    private void frame(Color colour, double x, double y, double width, double height) {
        pen.setStroke(colour);
        pen.setLineWidth(2);
        pen.strokeRect(x - 1, y - 1, width + 2, height + 2);
    }

    private void caption(LookRow row, int place, SheetSizes sizes, SheetTile tile, boolean current) {
        Optional<RecordScores> scores = row.scores();
        if (scores.isEmpty()) {
            return;
        }
        pen.setFill(current ? ink.text() : ink.muted());
        pen.setTextAlign(TextAlignment.CENTER);
        double below = tile.layer() == Layer.MADE ? tile.y() + tile.height() : tile.y();
        pen.fillText(
                shortText(scores.get(), place),
                sizes.logical(tile.x() + tile.width() / 2.0),
                sizes.logical(below + sizes.caption() / 2.0));
    }

    /** Two digits, as in reports' galleries. */
    static String shortText(RecordScores scores, int place) {
        String two = String.format(Locale.ROOT, "%.2f", scores.at(place)).replace("-0.00", "0.00");
        return two.startsWith("0.") ? two.substring(1) : two;
    }

    private void labels(StripSheet strip, LookShown shown, SheetScroll scroll, Marks marks) {
        SheetSizes sizes = strip.sizes();
        pen.setTextAlign(TextAlignment.LEFT);
        for (int i = 0; i < strip.lines().size(); i++) {
            SheetLine line = strip.lines().get(i);
            double y = sizes.logical(strip.top(i) - scroll.y());
            double label = y - sizes.logical(sizes.caption()) * .55;
            if (line.apart()) {
                apart(sizes, y - sizes.logical(sizes.caption()));
            }
            if (line.begins() && line.row() == SheetTile.ORIGINALS) {
                text("original", ink.text(), 4, label);
            } else if (line.begins()) {
                rowLabel(shown.rows().get(line.row()), sizes, label, marks);
            }
            lack(shown, line, sizes, y);
        }
    }

    private void apart(SheetSizes sizes, double y) {
        double at = y - sizes.logical(sizes.caption()) * 1.5;
        pen.setStroke(ink.line());
        pen.setLineWidth(1);
        pen.strokeLine(0, at, sizes.logical(sizes.viewWidth()), at);
        text(
                "Other records: compare distributions, not pictures.",
                ink.muted(),
                2,
                at + sizes.logical(sizes.caption()) * .7);
    }

    private void rowLabel(LookRow row, SheetSizes sizes, double y, Marks marks) {
        boolean brushed = marks.brushed().filter(row.row().arm().key()::equals).isPresent();
        boolean current = marks.arm().filter(row.row().arm().key()::equals).isPresent();
        pen.setFill(ink.arm(row.row().colour()));
        pen.fillOval(4, y - DOT / 2, DOT, DOT);
        if (brushed || current) {
            pen.setStroke(brushed ? ink.brushed() : ink.current());
            pen.setLineWidth(2);
            pen.strokeOval(2, y - DOT / 2 - 2, DOT + 4, DOT + 4);
        }
        double room = sizes.logical(sizes.viewWidth()) - DOT - 24;
        String by = row.row().attack().isEmpty() ? "" : "   " + row.row().attack() + mean(row);
        String name = fit.shortened(row.row().label(), Math.max(room / 2, room - fit.width(by)));
        text(name, ink.text(), DOT + 10, y);
        text(fit.shortened(by, room - fit.width(name)), ink.muted(), DOT + 10 + fit.width(name), y);
    }

    private static String mean(LookRow row) {
        return row.scores()
                .map(scores -> ", mean " + LookWords.name(scores.column()) + " "
                        + scores.column().metric().format().write(scores.mean()))
                .orElse("");
    }

    private void lack(LookShown shown, SheetLine line, SheetSizes sizes, double y) {
        if (line.row() == SheetTile.ORIGINALS || line.layer() != Layer.MADE) {
            return;
        }
        Optional<String> lack = shown.rows().get(line.row()).lack();
        if (lack.isEmpty()) {
            return;
        }
        double lineHeight = sizes.logical(sizes.caption());
        double room = sizes.logical(sizes.viewWidth()) - 24;
        int most = Math.max(1, (int) (sizes.logical(sizes.height()) / lineHeight));
        pen.setFill(ink.blank());
        pen.fillRect(4, y, room + 16, sizes.logical(sizes.height()));
        double at = y + lineHeight * .8;
        for (String part : fit.lines(lack.get(), room, most)) {
            text(part, ink.muted(), 12, at);
            at += lineHeight;
        }
    }

    private void text(String text, Color colour, double x, double y) {
        pen.setFill(colour);
        pen.fillText(text, x, y);
    }
}
