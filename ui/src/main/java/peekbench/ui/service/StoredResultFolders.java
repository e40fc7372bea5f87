package peekbench.ui.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.Peekbench;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.Metric;
import peekbench.report.chart.Chart;
import peekbench.report.estimate.Column;
import peekbench.result.EpochMetrics;
import peekbench.result.FormatNote;
import peekbench.result.StoredTrial;
import peekbench.result.StoredTrials;
import peekbench.result.file.ResultStoreException;
import peekbench.result.record.PixelImage;
import peekbench.result.record.Reconstructions;
import peekbench.threat.observation.TargetSet;

/** Result folders as the command line writes them. */
public final class StoredResultFolders implements ResultFolders {

    @Override
    public FolderContent read(Path folder) {
        StoredTrials all = Peekbench.results(folder).read();
        List<StoredTrial> trials = all.trials();
        List<String> lacks = new ArrayList<>();
        all.unreadable().forEach(trial -> lacks.add(trial.folder().getFileName() + ": " + trial.reason()));
        Map<Chart, JFreeChart> charts = new EnumMap<>(Chart.class);
        for (Chart chart : Chart.values()) {
            try {
                chart.of(trials).ifPresent(drawn -> charts.put(chart, drawn));
            } catch (ResultStoreException e) {
                lacks.add(chart.title() + " is left out: " + e.getMessage());
            }
        }
        FormatNote.of(trials).ifPresent(lacks::add);
        return new FolderContent(
                trials.stream().map(StoredResultFolders::summary).toList(), charts, lacks);
    }

    @Override
    public List<PicturePair> pictures(Path folder, String trial, TargetSet targets) {
        return Peekbench.results(folder)
                .find(trial)
                .flatMap(stored -> stored.reconstructions(targets).stream().findFirst())
                .map(StoredResultFolders::pairs)
                .orElse(List.of());
    }

    private static TrialSummary summary(StoredTrial trial) {
        return new TrialSummary(
                trial.key().id(),
                trial.key().protocol(),
                trial.key().cut(),
                trial.key().arm(),
                trial.key().seed(),
                trial.info().errorSummary(),
                accuracy(trial),
                strongest(trial, Column.SSIM).findFirst(),
                further(trial));
    }

    private static OptionalDouble accuracy(StoredTrial trial) {
        return trial.result().stream().mapToDouble(EpochMetrics::testAccuracy).findFirst();
    }

    private static List<TrialSummary.Figure> further(StoredTrial trial) {
        return Column.further(List.of(trial)).stream()
                .flatMap(column -> strongest(trial, column).mapToObj(value -> new TrialSummary.Figure(column, value)))
                .toList();
    }

    /** What the strongest attack got, on unseen records. */
    private static DoubleStream strongest(StoredTrial trial, Column column) {
        DoubleStream values = trial.scores().stream()
                .filter(score -> column.shows(score.metric()) && score.targets() == TargetSet.VICTIM_TEST)
                .filter(score -> score.subject().kind() == Subject.Kind.ATTACK)
                .mapToDouble(Score::value);
        boolean smallest = column.metric().meaning() == Metric.Meaning.LESS_IS_LEAK;
        return (smallest ? values.min() : values.max()).stream();
    }

    private static List<PicturePair> pairs(Reconstructions made) {
        if (made.originals().rank() != 4) {
            return List.of(); // rows of a table are no pictures
        }
        double[] similarities = made.ssim();
        List<PicturePair> pairs = new ArrayList<>(made.size());
        for (int i = 0; i < similarities.length; i++) {
            pairs.add(new PicturePair(
                    PixelImage.of(made.originals().get(NDArrayIndex.point(i))),
                    PixelImage.of(made.reconstructions().get(NDArrayIndex.point(i))),
                    similarities[i]));
        }
        pairs.sort(Comparator.comparingDouble(PicturePair::similarity).reversed());
        return pairs;
    }
}
