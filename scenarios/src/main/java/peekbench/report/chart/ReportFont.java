package peekbench.report.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The font of all figures, shipped with the software so that a machine without any fonts draws the same picture and a
 * PDF can embed it.
 */
public final class ReportFont {
    public static final ReportFont REGULAR = new ReportFont("LiberationSans-Regular.ttf");
    public static final ReportFont BOLD = new ReportFont("LiberationSans-Bold.ttf");

    private final String file;
    private final Font font;

    private ReportFont(String file) {
        this.file = file;
        try (InputStream stream = open(file)) {
            this.font = Font.createFont(Font.TRUETYPE_FONT, stream);
            // Whoever draws attributed text asks for fonts by family, and would otherwise get the system's.
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The shipped font " + file + " is damaged; build Peekbench again", e);
        }
    }

    static List<ReportFont> all() {
        return List.of(REGULAR, BOLD);
    }

    /** The font at a size in points. */
    public Font at(double points) {
        return font.deriveFont((float) points);
    }

    /** The name by which graphics know it. */
    String fontName() {
        return font.getFontName();
    }

    /** The font file itself. */
    InputStream open() throws IOException {
        return open(file);
    }

    private static InputStream open(String file) throws IOException {
        InputStream stream = ReportFont.class.getResourceAsStream("fonts/" + file);
        if (stream == null) {
            throw new IOException("The font " + file + " is missing from the classpath; build Peekbench again");
        }
        return stream;
    }
}
