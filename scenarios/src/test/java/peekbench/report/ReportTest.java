package peekbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.report.chart.Chart;
import peekbench.report.chart.FigureFile;
import peekbench.report.gallery.Gallery;
import peekbench.report.gallery.GalleryBlock;
import peekbench.report.gallery.GalleryPicks;
import peekbench.report.gallery.GalleryRow;
import peekbench.report.table.AttackMatrix;
import peekbench.result.StoredTrial;
import peekbench.result.TrialInfo;
import peekbench.result.TrialKey;
import peekbench.result.TrialStatus;

@Tag("slow")
class ReportTest {
    @TempDir
    Path folder;

    @Test
    void chartsAreLeftOutWhereTheirLegendsWouldHideThem() {
        List<StoredTrial> few = new RunSample(folder.resolve("few")).imagesOfTwoAttacks(24);
        List<StoredTrial> many = new RunSample(folder.resolve("many")).imagesOfTwoAttacks(25);

        assertThat(Chart.CURVES.of(few)).isPresent();
        assertThat(Chart.CURVES.of(many)).isEmpty();
    }

    @Test
    void galleriesHaveARowForEachAttackUntilThereAreTooMany() {
        List<GalleryBlock> few = GalleryBlock.of(new RunSample(folder.resolve("few")).imagesOfTwoAttacks(2));
        List<GalleryBlock> many = GalleryBlock.of(new RunSample(folder.resolve("many")).imagesOfTwoAttacks(62));

        assertThat(few).hasSize(2);
        assertThat(few.get(0).rows()).extracting(GalleryRow::attack).containsExactly("decoder", "unsplit");
        assertThat(few.get(0).reference().attack()).isEqualTo("decoder");
        assertThat(many)
                .hasSize(60)
                .allSatisfy(block ->
                        assertThat(block.rows()).extracting(GalleryRow::attack).containsExactly("unsplit"));
    }

    @Test
    void showsManyAttacksOnManyProtocolsAtAGlance() throws IOException {
        List<StoredTrial> trials = new RunSample(folder).manyAttacks();
        Report.write(folder, trials, List.of("Left out: a with the attack hijacking."));

        assertThat(Files.readString(folder.resolve("matrix.md")))
                .contains(
                        "| Protocol | Arm | Accuracy | decoder SSIM \u2191 | unsplit SSIM \u2191 | hijacking SSIM \u2191 |")
                .containsPattern("\\| a \\| no defense \\| \\d+.\\d% \\| 0.500 \\| 0.250 \\| \u2013 \\|")
                .containsPattern("\\| b \\| no defense \\| \\d+.\\d% \\| 0.500 \\| 0.250 \\| 0.750 \\|")
                .contains("- Left out: a with the attack hijacking.");
        assertThat(Files.readString(folder.resolve("report.html"))).contains("<h2>" + AttackMatrix.TITLE + "</h2>");
    }

    @Test
    void writesEveryFileOfAnAttackedRun() throws IOException {
        RunSample run = new RunSample(folder);
        run.attacked(2);
        List<Path> written =
                Report.write(folder, run.failed("NoPeek <2>", 3), List.of("Left out: centralized with NoPeek <2>."));

        assertThat(written)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "report.html",
                        "gallery.png",
                        "tradeoff.png",
                        "tradeoff.svg",
                        "tradeoff.pdf",
                        "curves.png",
                        "curves.svg",
                        "curves.pdf",
                        "metrics.csv",
                        "summary.csv",
                        "times.csv",
                        "summary.md");
        assertThat(written).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        assertThat(folder.resolve("summary.md"))
                .content()
                .contains(
                        "| Arm | Attack or reference |",
                        "seeds 1, 2",
                        "\n\nLeft out: centralized with NoPeek <2>.\n\nMade by `")
                .contains("no defense", "Distance correlation is taken on 64 records here; with fewer than 1,000")
                .contains(
                        "What was found:\n\n- no defense; NoPeek <2>: decoder: Shirts look alike.\n",
                        "- no defense; NoPeek <2>: decoder: Shoes: 1. (Seed 1; other seeds' figures differ.)\n");
        assertPictures();
        PdfFonts.assertEmbedded(folder.resolve("curves.pdf"));
        assertPage(Files.readString(folder.resolve("report.html")));
        assertThat(Files.readString(folder.resolve("curves.svg")))
                .contains("<path")
                .doesNotContain("<text");
        assertCsv();
        try (var entries = Files.list(folder)) {
            assertThat(entries)
                    .noneMatch(entry -> entry.getFileName().toString().startsWith(".tmp-"));
        }
    }

    private void assertPictures() throws IOException {
        BufferedImage curves = ImageIO.read(folder.resolve("curves.png").toFile());
        assertThat(curves.getWidth()).isEqualTo(620 * FigureFile.PIXELS_PER_POINT);
        assertThat(curves.getHeight()).isEqualTo(560 * FigureFile.PIXELS_PER_POINT);
        BufferedImage gallery = ImageIO.read(folder.resolve("gallery.png").toFile());
        // 12 images of 5 x 6 pixels, each enlarged 14 times, two arms below the originals.
        assertThat(gallery.getWidth()).isEqualTo(Gallery.SCALE * (18 + 172 + 12 * 70 + 9 * 6 + 2 * 24 + 18));
        assertThat(gallery.getHeight()).isEqualTo(Gallery.SCALE * (64 + 52 + 84 + 14 + 2 * (84 + 17 + 7) + 18));
        int enlarged = Gallery.SCALE * 14;
        int left = Gallery.SCALE * (18 + 172);
        int top = Gallery.SCALE * (64 + 52);
        assertThat(gallery.getRGB(left + enlarged + 1, top + enlarged + 1))
                .as("a pixel stays one colour over its whole square")
                .isEqualTo(gallery.getRGB(left + 2 * enlarged - 1, top + 2 * enlarged - 1));
    }

    private static void assertPage(String page) {
        String withoutData = page.replaceAll("data:image/[a-z+]+;base64,[A-Za-z0-9+/=&#;]+", "DATA");
        assertThat(withoutData)
                .doesNotContainPattern("(?i)https?:|//|<script|<link|@import|url\\(")
                .contains("src=\"DATA\"")
                .contains("NoPeek &lt;2&gt;")
                .contains("The loss became NaN &amp; stayed so")
                .contains("<li>Left out: centralized with NoPeek &lt;2&gt;.</li>")
                .contains("What the columns mean")
                .contains("Compare it only at the same number.")
                .contains("./peekbench run scenarios/quickstart.yaml --seed 1");
    }

    private void assertCsv() throws IOException {
        List<CSVRecord> scores = read("metrics.csv");
        assertThat(scores)
                .filteredOn(line -> line.get("attack_or_reference").equals("decoder")
                        && line.get("target_set").equals("victim-test")
                        && line.get("metric").equals("ssim")
                        && line.get("arm").equals("no defense"))
                .extracting(line -> line.get("seed") + " " + line.get("value") + " " + line.get("level"))
                .containsExactly("1 0.8 0.95", "2 0.8200000000000001 0.95");
        assertThat(scores)
                .filteredOn(line -> line.get("seed").equals("3"))
                .isNotEmpty()
                .allMatch(line -> line.get("status").equals("failed"));
        assertThat(read("summary.csv"))
                .filteredOn(line -> line.get("metric").equals("ssim")
                        && line.get("kind").equals("attack")
                        && line.get("arm").equals("NoPeek <2>")
                        && line.get("records").equals("unseen"))
                .isNotEmpty()
                .allMatch(line -> line.get("interval_over").equals("range")
                        && line.get("seeds").equals("2")
                        && line.get("failed_trials").equals("1")
                        && Math.abs(Double.parseDouble(line.get("mean")) - .405) < 1e-12);
    }

    private List<CSVRecord> read(String name) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(folder.resolve(name), StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }

    @Test
    void writesWhatThereIsAboutTrainingOnly() {
        RunSample run = new RunSample(folder);
        run.trainedOnly("centralized");

        assertThat(Report.write(folder, run.trainedOnly("vanilla-split"), List.of()))
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "report.html",
                        "curves.png",
                        "curves.svg",
                        "curves.pdf",
                        "cost.png",
                        "cost.svg",
                        "cost.pdf",
                        "metrics.csv",
                        "summary.csv",
                        "times.csv",
                        "summary.md");
    }

    @Test
    void aPageOfVeryManyTrialsEndsSomewhereAndSaysSo() throws IOException {
        StoredTrial one = new RunSample(folder).trainedOnly("vanilla-split").get(0);
        List<StoredTrial> many = IntStream.range(0, 2100)
                .mapToObj(number -> failed(one, "p" + number))
                .toList();

        Report.write(folder, many, List.of());

        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("This page lists the first 2,000 of 2,100 trials; times.csv has all.")
                .contains("This page lists the first 100 of 2,100 failed trials; metrics.csv has all.")
                .contains("The first 2,000 of 2,100 rows are shown; summary.csv has all.")
                .contains("Trials of 2,100 arms failed; summary.csv has how many of each.")
                .contains("p1999-seed1")
                .doesNotContain("p2099");
        assertThat(Files.readString(folder.resolve("summary.md"))).doesNotContain("p2099");
        assertThat(Files.readString(folder.resolve("metrics.csv"))).contains("p2099-seed1,failed");
        assertThat(Files.readString(folder.resolve("times.csv"))).contains("p2099-seed1");
    }

    private static StoredTrial failed(StoredTrial like, String protocol) {
        TrialInfo info = like.info();
        TrialKey key = new TrialKey(protocol + "-seed1", protocol, protocol, "pool1", "no defense", false, 1);
        return new StoredTrial(
                like.folder(),
                new TrialInfo(
                        info.format(),
                        key,
                        info.provenance(),
                        info.started(),
                        info.trainingSeconds(),
                        info.totalSeconds(),
                        TrialStatus.FAILED,
                        Optional.of("The loss became NaN"),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of()),
                like.epochs(),
                List.of());
    }

    @Test
    void putsANoteBelowItsTableOnly() throws IOException {
        Report.write(folder, new RunSample(folder).trainedOnly("vanilla-split"), List.of());

        assertThat(Files.readString(folder.resolve("summary.md")))
                .containsOnlyOnce("All rows: protocol vanilla-split, cut pool1.")
                .contains("\n\nMade by `");
    }

    @Test
    void drawsCurvesWithABandOverSeeds() {
        JFreeChart chart = Chart.CURVES.of(new RunSample(folder).attacked(2)).orElseThrow();

        List<?> panels = ((CombinedDomainXYPlot) chart.getPlot()).getSubplots();
        assertThat(panels).hasSize(3);
        YIntervalSeriesCollection accuracy = (YIntervalSeriesCollection) dataset(panels.get(0));
        assertThat(accuracy.getSeriesCount()).isEqualTo(2);
        assertThat(accuracy.getSeriesKey(0).toString()).isEqualTo("no defense");
        assertThat(accuracy.getItemCount(0)).isEqualTo(2);
        assertThat(accuracy.getYValue(0, 1)).isEqualTo(80);
        assertThat(dataset(panels.get(1)).getSeriesCount())
                .as("test and training loss")
                .isEqualTo(4);
        assertThat(chart.getTitle().getText()).isEqualTo("What a curious server sees");
    }

    @Test
    void drawsAccuracyAgainstLeakageOfTheStrongestAttackerOnUnseenRecords() {
        List<StoredTrial> trials = new RunSample(folder).attacked(3);
        JFreeChart chart = Chart.TRADE_OFF.of(trials).orElseThrow();

        List<?> panels = ((CombinedRangeXYPlot) chart.getPlot()).getSubplots();
        assertThat(panels).hasSize(2);
        XYIntervalSeriesCollection similarity = (XYIntervalSeriesCollection) dataset(panels.get(0));
        assertThat(similarity.getXValue(0, 0)).isCloseTo(.82, within(1e-12));
        assertThat(similarity.getStartXValue(0, 0)).isLessThan(.78);
        assertThat(similarity.getXValue(1, 0)).isCloseTo(.41, within(1e-12));
        assertThat(((XYPlot) panels.get(0)).getDomainAxis().getRange().contains(.28))
                .as("the floor is on the axis")
                .isTrue();
    }

    @Test
    void drawsNoTradeOffOfOneArm() {
        assertThat(Chart.TRADE_OFF.of(new RunSample(folder).trainedOnly("centralized")))
                .isEmpty();
        assertThat(Gallery.of(new RunSample(folder).trainedOnly("centralized"))).isEmpty();
    }

    @Test
    void picksBestMedianAndWorstWithoutRepeating() {
        double[] ssim = {.5, .9, .1, .7, .3, .8, .2, .6, .4};

        assertThat(GalleryPicks.of(ssim, 3).groups())
                .extracting(GalleryPicks.Column::images)
                .containsExactly(List.of(1, 5, 3), List.of(7, 0, 8), List.of(4, 6, 2));
        assertThat(GalleryPicks.of(new double[] {.1, .2}, 3).groups())
                .singleElement()
                .satisfies(group -> assertThat(group.images()).containsExactly(1, 0));
    }

    private static XYDataset dataset(Object panel) {
        return ((XYPlot) panel).getDataset();
    }
}
