package peekbench.ui;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import peekbench.metric.FigureFormat;
import peekbench.metric.Metric;
import peekbench.report.chart.Chart;
import peekbench.report.estimate.Column;
import peekbench.threat.observation.TargetSet;
import peekbench.ui.service.FolderContent;
import peekbench.ui.service.PicturePair;
import peekbench.ui.service.ResultFolders;
import peekbench.ui.service.TrialSummary;

/** A folder of three trials, one of them failed; any folder named {@code damaged} cannot be read. */
public final class FakeResultFolders implements ResultFolders {
    private static final Column FURTHER = Column.of(new Metric(
                    "of-a-plug-in",
                    "none",
                    "[0, 1]",
                    Metric.Meaning.MORE_IS_LEAK,
                    "Further",
                    FigureFormat.TWO,
                    "a tenth of the similarity"))
            .orElseThrow();
    public static final TrialSummary UNDEFENDED = trial("open", "no defense", 0.91);
    public static final TrialSummary DEFENDED = trial("defended", "NoPeek CE + 2·dCor", 0.32);
    public static final TrialSummary FAILED = new TrialSummary(
            "failed",
            "vanilla-split",
            "pool1",
            "NoPeek CE + 4·dCor",
            1,
            Optional.of("the loss is not a number"),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            List.of());

    /** Why a folder in it is not shown; of a folder named {@code whole} all is. */
    public static final String LACK = "half: trial.json is missing: the folder was half deleted.";

    private static final int SIZE = 28;
    private static final int TEST_PICTURES = 30;
    private static final int TRAIN_PICTURES = 7;

    @Override
    public FolderContent read(Path folder) {
        if (folder.endsWith("damaged")) {
            throw new IllegalStateException("Could not read damaged/trial.json: the file is truncated.");
        }
        return new FolderContent(
                List.of(UNDEFENDED, DEFENDED, FAILED),
                Map.of(Chart.CURVES, chart()),
                folder.endsWith("whole") ? List.of() : List.of(LACK));
    }

    @Override
    public List<PicturePair> pictures(Path folder, String trial, TargetSet targets) {
        List<PicturePair> pairs = new ArrayList<>();
        if (!trial.equals(FAILED.id())) {
            int count = targets == TargetSet.VICTIM_TEST ? TEST_PICTURES : TRAIN_PICTURES;
            for (int i = 0; i < count; i++) {
                pairs.add(new PicturePair(disc(i, 255), disc(i, 150), 1 - i / (double) count));
            }
        }
        return pairs;
    }

    private static JFreeChart chart() {
        XYSeries accuracy = new XYSeries("accuracy");
        accuracy.add(1, 0.7);
        accuracy.add(2, 0.82);
        accuracy.add(3, 0.86);
        return ChartFactory.createXYLineChart("Training", "epoch", "accuracy", new XYSeriesCollection(accuracy));
    }

    private static TrialSummary trial(String id, String arm, double similarity) {
        return new TrialSummary(
                id,
                "vanilla-split",
                "pool1",
                arm,
                1,
                Optional.empty(),
                OptionalDouble.of(0.8642),
                OptionalDouble.of(similarity),
                List.of(new TrialSummary.Figure(FURTHER, similarity / 10)));
    }

    private static BufferedImage disc(int number, int level) {
        BufferedImage picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        double radius = 4 + number % 9;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                if (Math.hypot(x - SIZE / 2.0, y - SIZE / 2.0) < radius) {
                    picture.setRGB(x, y, (level << 16) | (level << 8) | level);
                }
            }
        }
        return picture;
    }
}
