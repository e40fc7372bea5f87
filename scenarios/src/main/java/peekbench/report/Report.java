package peekbench.report;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jfree.chart.JFreeChart;
import peekbench.report.chart.Chart;
import peekbench.report.chart.FigureFile;
import peekbench.report.gallery.Gallery;
import peekbench.report.page.MarkdownSummary;
import peekbench.report.page.PageBuilder;
import peekbench.report.page.ReportPage;
import peekbench.report.table.AttackMatrix;
import peekbench.report.table.CsvFiles;
import peekbench.report.table.SummaryTable;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.file.AtomicFile;
import peekbench.result.file.ResultStoreException;
import peekbench.result.file.WorkLock;

/** Everything written for a person about a finished run. */
public final class Report {
    /** The page to open first. */
    public static final String PAGE = "report.html";

    /** Ends the names of files that others write to a result folder. */
    private static final String SCENARIO = ".yaml";

    private static final String TEMPLATE = "report.mustache";

    private final Path folder;
    private final List<StoredTrial> trials;
    private final List<String> remarks;
    private final List<Path> written = new ArrayList<>();
    private final List<ReportPage.Figure> figures = new ArrayList<>();

    private Report(Path folder, List<StoredTrial> trials, List<String> remarks) {
        this.folder = folder;
        this.trials = trials;
        this.remarks = remarks;
    }

    /**
     * Writes {@code gallery.png}, {@code tradeoff}, {@code roc}, {@code curves} and {@code cost} as PNG, SVG and PDF,
     * {@code metrics.csv}, {@code summary.csv}, {@code times.csv}, {@code summary.md}, {@code matrix.md} and {@code report.html}, each only when
     * there is something to show; a picture that needs a damaged array is left out, and the page says why. Earlier files of these
     * names are replaced, each when its successor is complete.
     *
     * @param folder where to write
     * @param trials what to write about, failed ones included
     * @param remarks about the run as a whole, a sentence each: what of its scenario was not run and why
     * @return the files, the one to open first at the front
     * @throws IllegalArgumentException without any trial
     * @throws ResultStoreException when the disk refuses
     */
    public static List<Path> write(Path folder, List<StoredTrial> trials, List<String> remarks) {
        if (trials.isEmpty()) {
            throw new IllegalArgumentException("There is no trial to report on");
        }
        Report report = new Report(folder, List.copyOf(trials), new ArrayList<>(remarks));
        if (!ResultStore.isMarked(folder)) {
            return report.write();
        }
        try {
            return WorkLock.holding(folder, "report", alone -> {
                if (alone) {
                    AtomicFile.removeLeftovers(folder, name -> !name.endsWith(SCENARIO));
                }
                return report.write();
            });
        } catch (IOException e) {
            throw ResultStoreException.writing(folder, e);
        }
    }

    private List<Path> write() {
        drawn("gallery", () -> Gallery.of(trials)).ifPresent(this::gallery);
        for (Chart chart : Chart.values()) {
            drawn("chart " + chart.fileName(), () -> chart.of(trials)).ifPresent(drawn -> chart(chart, drawn));
        }
        List<SummaryTable> tables = tables();
        List<SummaryTable> comparable =
                tables.stream().map(SummaryTable::withoutTimes).toList();
        write("metrics.csv", file -> CsvFiles.metrics(trials, file));
        write("summary.csv", file -> CsvFiles.summary(comparable, file));
        write("times.csv", file -> CsvFiles.times(trials, file));
        write("summary.md", file -> MarkdownSummary.write(trials, comparable, remarks, file));
        AttackMatrix.of(trials)
                .ifPresent(matrix ->
                        write("matrix.md", file -> MarkdownSummary.writeMatrix(trials, matrix, remarks, file)));
        ReportPage page = PageBuilder.build(trials, tables, figures, remarks);
        write(PAGE, file -> html(page, file));
        written.add(0, written.remove(written.size() - 1));
        return List.copyOf(written);
    }

    /** A trial whose arrays are damaged costs the picture that needs them, and nothing else. */
    private <T> Optional<T> drawn(String what, Supplier<Optional<T>> drawing) {
        try {
            return drawing.get();
        } catch (ResultStoreException e) {
            remarks.add("The " + what + " is left out: " + e.getMessage());
            return Optional.empty();
        }
    }

    private List<SummaryTable> tables() {
        return List.of(
                        SummaryTable.leakage(trials),
                        SummaryTable.membership(trials),
                        SummaryTable.training(trials),
                        SummaryTable.strengths(trials))
                .stream()
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private void gallery(BufferedImage image) {
        Path file = write("gallery.png", path -> FigureFile.png(image, path));
        figures.add(new ReportPage.Figure(
                dataUri("image/png", file),
                "Private records over what the attacker made of them: the best, median and worst cases without a defense,"
                        + " the same records in every row."));
    }

    private void chart(Chart chart, JFreeChart drawn) {
        FigureFile size = chart.file();
        write(chart.fileName() + ".png", file -> size.png(drawn, file));
        Path svg = write(chart.fileName() + ".svg", file -> size.svg(drawn, file));
        write(chart.fileName() + ".pdf", file -> size.pdf(drawn, file));
        figures.add(new ReportPage.Figure(dataUri("image/svg+xml", svg), chart.caption()));
    }

    private Path write(String name, AtomicFile.Content content) {
        Path file = AtomicFile.write(folder.resolve(name), content);
        written.add(file);
        return file;
    }

    private static String dataUri(String type, Path file) {
        try {
            return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ResultStoreException("Could not read " + file + " again: " + e.getMessage(), e);
        }
    }

    private static void html(ReportPage page, Path file) throws IOException {
        try (Reader template = new InputStreamReader(
                        Optional.ofNullable(Report.class.getResourceAsStream(TEMPLATE))
                                .orElseThrow(() -> new IOException(TEMPLATE + " is missing from the classpath")),
                        StandardCharsets.UTF_8);
                Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            Mustache mustache = new DefaultMustacheFactory().compile(template, TEMPLATE);
            mustache.execute(writer, page);
        }
    }
}
