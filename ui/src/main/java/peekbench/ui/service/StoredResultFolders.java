package peekbench.ui.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jfree.chart.JFreeChart;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.evaluation.Score;
import peekbench.result.EpochMetrics;
import peekbench.result.PixelImage;
import peekbench.result.ReconstructionFiles;
import peekbench.result.Reconstructions;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.threat.TargetSet;

/** Result folders as the command line writes them. */
public final class StoredResultFolders implements ResultFolders {
    private static final String SIMILARITY = "ssim";

    @Override
    public List<TrialSummary> trials(Path folder) {
        return ResultStore.openExisting(folder).trials().stream()
                .map(StoredResultFolders::summary)
                .toList();
    }

    @Override
    public List<PicturePair> pictures(Path folder, String trial, TargetSet targets) {
        return ResultStore.openExisting(folder)
                .find(trial)
                .flatMap(stored -> stored.reconstructions(targets).stream().findFirst())
                .map(StoredResultFolders::pairs)
                .orElse(List.of());
    }

    @Override
    public Optional<JFreeChart> curves(Path folder, String trial) {
        return Optional.empty();
    }

    private static TrialSummary summary(StoredTrial trial) {
        return new TrialSummary(
                trial.key().id(),
                trial.key().protocol(),
                trial.key().cut(),
                trial.key().arm(),
                trial.key().seed(),
                trial.info().errorSummary(),
                accuracy(trial.epochs()),
                similarity(trial));
    }

    private static OptionalDouble accuracy(List<EpochMetrics> epochs) {
        return epochs.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(epochs.get(epochs.size() - 1).testAccuracy());
    }

    private static OptionalDouble similarity(StoredTrial trial) {
        List<String> attacks = trial.info().reconstructions().stream()
                .map(ReconstructionFiles::attack)
                .toList();
        return trial.scores().stream()
                .filter(score -> score.metric().equals(SIMILARITY) && score.targets() == TargetSet.VICTIM_TEST)
                .filter(score -> attacks.contains(score.contestant()))
                .mapToDouble(Score::value)
                .max();
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
