package peekbench.report.chart;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.util.SVGConstants;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apiguardian.api.API;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import peekbench.problem.ConfigurationException;
import peekbench.result.file.AtomicFile;

/**
 * Writes figures to files.
 *
 * @param width in points (1/72 inch)
 * @param height in points
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record FigureFile(int width, int height) {
    /** Pixels a point in PNG files: 216 dots an inch. */
    public static final int PIXELS_PER_POINT = 3;

    private static final int SVG_DECIMALS = 2;

    /**
     * Writes a chart as what the file's name ends in says, or leaves the file as it was.
     *
     * @throws ConfigurationException when that is neither {@code .svg} nor {@code .pdf} nor {@code .png}
     * @throws peekbench.result.file.ResultStoreException when the disk refuses
     */
    public void write(JFreeChart chart, Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".svg")) {
            AtomicFile.write(file, aside -> svg(chart, aside));
        } else if (name.endsWith(".pdf")) {
            AtomicFile.write(file, aside -> pdf(chart, aside));
        } else if (name.endsWith(".png")) {
            AtomicFile.write(file, aside -> png(chart, aside));
        } else {
            throw new ConfigurationException("The figure (" + file.getFileName()
                    + ") is of no known kind. Let its name end in .svg, .pdf or .png.");
        }
    }

    /** Pixels: {@link #PIXELS_PER_POINT} times the size in points. */
    public void png(JFreeChart chart, Path file) throws IOException {
        BufferedImage image =
                new BufferedImage(width * PIXELS_PER_POINT, height * PIXELS_PER_POINT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        smooth(graphics);
        graphics.transform(AffineTransform.getScaleInstance(PIXELS_PER_POINT, PIXELS_PER_POINT));
        chart.draw(graphics, area());
        graphics.dispose();
        png(image, file);
    }

    public static void png(BufferedImage image, Path file) throws IOException {
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("this Java machine cannot write PNG");
        }
    }

    /** Text becomes outlines, so that it looks the same where the font is not installed. */
    public void svg(JFreeChart chart, Path file) throws IOException {
        SVGGraphics2D graphics = new SVGGraphics2D(svgContext(), true);
        graphics.setSVGCanvasSize(new Dimension(width, height));
        chart.draw(graphics, area());
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        try (Writer writer = Files.newBufferedWriter(file)) {
            graphics.stream(root, writer);
        }
        graphics.dispose();
    }

    private static SVGGeneratorContext svgContext() throws IOException {
        try {
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVGConstants.SVG_NAMESPACE_URI, SVGConstants.SVG_SVG_TAG, null);
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setPrecision(SVG_DECIMALS);
            context.setComment(null);
            return context;
        } catch (ParserConfigurationException e) {
            throw new IOException("this Java machine cannot write XML", e);
        }
    }

    /** Text stays text; the glyphs used are embedded. */
    public void pdf(JFreeChart chart, Path file) throws IOException {
        try (PDDocument document = new PDDocument();
                PdfBoxGraphics2DFontTextDrawer fonts = new PdfBoxGraphics2DFontTextDrawer()) {
            for (ReportFont font : ReportFont.all()) {
                try (InputStream stream = font.open()) {
                    fonts.registerFont(font.fontName(), stream);
                }
            }
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, width, height);
            graphics.setFontTextDrawer(fonts);
            chart.draw(graphics, area());
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            document.save(file.toFile());
        }
    }

    public static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    private Rectangle2D area() {
        return new Rectangle2D.Double(0, 0, width, height);
    }
}
