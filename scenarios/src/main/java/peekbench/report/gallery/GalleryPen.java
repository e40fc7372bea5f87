package peekbench.report.gallery;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.font.TextAttribute;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.report.chart.ChartStyle;
import peekbench.report.chart.ReportFont;
import peekbench.result.record.PixelImage;

/**
 * Draws the parts of a gallery, each at a place: text, labels and framed pictures. It knows nothing of their layout.
 *
 * @param graphics what it draws on
 * @param labelWidth how wide a label may be before it breaks
 */
record GalleryPen(Graphics2D graphics, int labelWidth) {
    private static final int LINE = 15;
    private static final Color FRAME = new Color(0xb8, 0xb8, 0xb8);
    private static final Color EMPTY = new Color(0xee, 0xee, 0xee);

    /** One of a batch {@code [N, C, H, W]}, in a frame. */
    void picture(INDArray images, int index, int x, int y, int width, int height) {
        BufferedImage image = PixelImage.of(images.get(NDArrayIndex.point(index)));
        graphics.drawImage(image, x, y, width, height, null);
        graphics.setColor(FRAME);
        graphics.setStroke(new BasicStroke(.5f));
        graphics.draw(new Rectangle2D.Double(x - .25, y - .25, width + .5, height + .5));
    }

    /** Where a picture should be and is none. */
    void blank(int x, int y, int width, int height) {
        graphics.setColor(EMPTY);
        graphics.fillRect(x, y, width, height);
    }

    /** From a place to the right. */
    void line(int x, int y, int length) {
        graphics.setColor(FRAME);
        graphics.setStroke(new BasicStroke(1));
        graphics.drawLine(x, y, x + length, y);
    }

    /** A name and two lines below it, around a height; without the second, the name alone stands there. */
    void label(String name, String second, String third, int left, int middle) {
        List<String> lines = lines(graphics.getFontMetrics(ReportFont.BOLD.at(12)), name);
        int y = second.isEmpty() ? middle + 4 : middle - 10 - (lines.size() - 1) * LINE / 2;
        for (String line : lines) {
            text(line, ReportFont.BOLD.at(12), ChartStyle.TEXT, left, y);
            y += LINE;
        }
        text(second, ReportFont.REGULAR.at(11), ChartStyle.TEXT, left, y + 1);
        for (String line : lines(graphics.getFontMetrics(ReportFont.REGULAR.at(11)), third)) {
            y += LINE;
            text(line, ReportFont.REGULAR.at(11), ChartStyle.MUTED, left, y + 1);
        }
    }

    /** A name in one line, or in two that part at a space; what is longer yet ends in dots. */
    private List<String> lines(FontMetrics metrics, String name) {
        int end = name.length();
        while (end > 0 && metrics.stringWidth(name.substring(0, end)) > labelWidth) {
            end = name.lastIndexOf(' ', end - 1);
        }
        return end <= 0 || end == name.length()
                ? List.of(fitted(metrics, name))
                : List.of(name.substring(0, end), fitted(metrics, name.substring(end + 1)));
    }

    private String fitted(FontMetrics metrics, String name) {
        String text = name;
        while (metrics.stringWidth(text) > labelWidth && text.length() > 2) {
            text = text.substring(0, text.length() - 2) + "\u2026";
        }
        return text;
    }

    void text(String text, Font font, Color colour, double x, double y) {
        graphics.setFont(font.deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON)));
        graphics.setColor(colour);
        graphics.drawString(text, (float) x, (float) y);
    }

    /** How many points a text takes in one line. */
    int width(String text, Font font) {
        return graphics.getFontMetrics(font).stringWidth(text);
    }

    void centred(String text, int x, int baseline, int width, Color colour) {
        Font font = ReportFont.REGULAR.at(11);
        double inset = (width - width(text, font)) / 2.0;
        text(text, font, colour, x + inset, baseline);
    }
}
