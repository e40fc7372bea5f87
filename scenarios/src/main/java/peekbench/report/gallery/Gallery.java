package peekbench.report.gallery;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.report.chart.ChartStyle;
import peekbench.report.chart.FigureFile;
import peekbench.report.chart.ReportFont;
import peekbench.result.StoredTrial;
import peekbench.result.record.Reconstructions;

/**
 * Originals over reconstructions: a row for the originals and one for each attack on each arm, the same images in all, best, median
 * and worst by the SSIM that the first attacker of the undefended got. Pixels are enlarged by whole numbers and never stretched in
 * brightness. The layout is in points of {@link #SCALE} pixels.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Gallery {
    /** Pixels a point. */
    public static final int SCALE = 2;

    private static final int IMAGES_IN_GROUP = 4;
    private static final int CELL = 84;
    private static final int GAP = 6;
    private static final int GROUP_GAP = 24;
    private static final int MARGIN = 18;
    private static final int LABELS = 172;
    private static final int HEADING = 64;
    private static final int BLOCK_HEADING = 52;
    private static final int CAPTION = 17;
    private static final int ROW_GAP = 7;

    private final List<GalleryBlock> blocks;

    private Gallery(List<GalleryBlock> blocks) {
        this.blocks = blocks;
    }

    /**
     * Draws the gallery.
     *
     * @return nothing when no trial stored images
     */
    public static Optional<BufferedImage> of(List<StoredTrial> trials) {
        List<GalleryBlock> blocks = GalleryBlock.of(trials);
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Gallery(blocks).draw());
    }

    private BufferedImage draw() {
        int width = blocks.stream().mapToInt(Gallery::width).max().orElseThrow();
        int height = HEADING + blocks.stream().mapToInt(Gallery::height).sum();
        BufferedImage image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        FigureFile.smooth(graphics);
        graphics.scale(SCALE, SCALE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        GalleryPen pen = new GalleryPen(graphics, LABELS - GAP);
        String title = blocks.get(0).first().info().provenance().scenario().title();
        pen.text(title, ReportFont.BOLD.at(17), ChartStyle.TEXT, MARGIN, MARGIN + 16);
        pen.text(
                "Top row: the private records. Below: what the attacker made of them. Under each: SSIM, 1 is identical.",
                ReportFont.REGULAR.at(12),
                ChartStyle.MUTED,
                MARGIN,
                MARGIN + 36);
        int top = HEADING;
        for (GalleryBlock block : blocks) {
            draw(pen, block, top);
            top += height(block);
        }
        graphics.dispose();
        return image;
    }

    private static void draw(GalleryPen pen, GalleryBlock block, int top) {
        GalleryPicks picks = picks(block);
        INDArray originals = block.reference().images().orElseThrow().originals();
        int cellWidth = cell(originals, 3);
        int cellHeight = cell(originals, 2);
        pen.text(block.subtitle(), ReportFont.REGULAR.at(12), ChartStyle.TEXT, MARGIN, top + 14);
        int left = MARGIN + LABELS;
        for (GalleryPicks.Column group : picks.groups()) {
            int span = group.images().size() * (cellWidth + GAP) - GAP;
            groupHeading(pen, block, group, left, top, span);
            int y = top + BLOCK_HEADING;
            for (int i = 0; i < group.images().size(); i++) {
                pen.picture(originals, group.images().get(i), left + i * (cellWidth + GAP), y, cellWidth, cellHeight);
            }
            y += cellHeight + 2 * ROW_GAP;
            for (GalleryRow row : block.rows()) {
                for (int i = 0; i < group.images().size(); i++) {
                    int x = left + i * (cellWidth + GAP);
                    cell(pen, row, group.images().get(i), x, y, cellWidth, cellHeight);
                }
                y += cellHeight + CAPTION + ROW_GAP;
            }
            left += span + GROUP_GAP;
        }
        labels(pen, block, top + BLOCK_HEADING, cellHeight);
    }

    private static void groupHeading(
            GalleryPen pen, GalleryBlock block, GalleryPicks.Column group, int left, int top, int span) {
        pen.text(group.title(), ReportFont.BOLD.at(12), ChartStyle.TEXT, left, top + BLOCK_HEADING - 12);
        double titleWidth = pen.width(group.title() + " ", ReportFont.BOLD.at(12));
        pen.text(
                "by SSIM, " + block.reference().arm() + ", " + block.reference().attack(),
                ReportFont.REGULAR.at(11),
                ChartStyle.MUTED,
                left + titleWidth + 2,
                top + BLOCK_HEADING - 12);
        pen.line(left, top + BLOCK_HEADING - 6, span);
    }

    private static void cell(GalleryPen pen, GalleryRow row, int image, int x, int y, int width, int height) {
        if (row.images().isEmpty()) {
            pen.blank(x, y, width, height);
            pen.centred("failed", x, y + height / 2 + 4, width, ChartStyle.MUTED);
            return;
        }
        Reconstructions made = row.images().get();
        pen.picture(made.reconstructions(), image, x, y, width, height);
        String ssim = String.format(Locale.ROOT, "%.2f", made.ssim()[image]).replace("-0.00", "0.00");
        pen.centred(ssim, x, y + height + 13, width, ChartStyle.TEXT);
    }

    private static void labels(GalleryPen pen, GalleryBlock block, int top, int cellHeight) {
        int y = top;
        pen.label("original", "", "", MARGIN, y + cellHeight / 2);
        y += cellHeight + 2 * ROW_GAP;
        for (GalleryRow row : block.rows()) {
            String mean = row.images()
                    .map(made -> String.format(Locale.ROOT, "mean SSIM %.3f", row.meanSsim()))
                    .orElse("no reconstructions");
            String over = row.images()
                    .map(made -> row.attack() + ", " + made.size() + " records")
                    .orElse("");
            pen.label(row.arm(), mean, over, MARGIN, y + cellHeight / 2);
            y += cellHeight + CAPTION + ROW_GAP;
        }
    }

    private static GalleryPicks picks(GalleryBlock block) {
        return GalleryPicks.of(block.reference().images().orElseThrow().ssim(), IMAGES_IN_GROUP);
    }

    /** A side of a cell: the image's, enlarged so that each of its pixels is a whole number of the file's. */
    private static int cell(INDArray images, int dimension) {
        int largest = (int) Math.max(images.size(2), images.size(3));
        return (int) images.size(dimension) * Math.max(1, Math.round(CELL / (float) largest));
    }

    private static int width(GalleryBlock block) {
        INDArray originals = block.reference().images().orElseThrow().originals();
        int cells = picks(block).groups().stream()
                .mapToInt(group -> group.images().size() * (cell(originals, 3) + GAP) - GAP + GROUP_GAP)
                .sum();
        return Math.max(MARGIN + LABELS + cells - GROUP_GAP + MARGIN, 720);
    }

    private static int height(GalleryBlock block) {
        int cell = cell(block.reference().images().orElseThrow().originals(), 2);
        return BLOCK_HEADING + cell + 2 * ROW_GAP + block.rows().size() * (cell + CAPTION + ROW_GAP) + MARGIN;
    }
}
