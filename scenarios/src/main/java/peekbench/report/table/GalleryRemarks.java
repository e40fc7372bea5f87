package peekbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import peekbench.evaluation.Score;
import peekbench.metric.Metric;
import peekbench.report.estimate.Column;
import peekbench.result.StoredTrial;
import peekbench.threat.observation.TargetSet;

/** Among how many records reconstructions were looked up, and whether they were at all. */
public final class GalleryRemarks {
    private GalleryRemarks() {}

    /** A sentence each; none where nobody reconstructed anything. */
    public static List<String> of(List<StoredTrial> trials) {
        List<StoredTrial> reconstructed = trials.stream()
                .filter(trial -> trial.scores().stream()
                        .anyMatch(score -> Column.of(score.metric())
                                .filter(Column::isReconstruction)
                                .isPresent()))
                .toList();
        List<String> remarks = new ArrayList<>();
        records(reconstructed).ifPresent(remarks::add);
        long without = reconstructed.stream()
                .filter(trial -> sizes(trial, Optional.empty()).isEmpty())
                .count();
        if (without > 0) {
            remarks.add((without == reconstructed.size() ? "These results" : without + " of these trials")
                    + " are older than re-identification and the feature distance, of which they have no figures; run"
                    + " them again to get these.");
        }
        return remarks;
    }

    private static Optional<String> records(List<StoredTrial> trials) {
        String unseen = sizes(trials, TargetSet.VICTIM_TEST);
        String trained = sizes(trials, TargetSet.VICTIM_TRAIN);
        if (unseen.isEmpty() && trained.isEmpty()) {
            return Optional.empty();
        }
        String gallery = unseen.equals(trained) || trained.isEmpty()
                ? unseen + " attacked records of its set"
                : unseen.isEmpty()
                        ? trained + " attacked records trained on"
                        : unseen + " unseen records or " + trained + " trained on";
        return Optional.of("Identified: each reconstruction is looked up among the " + gallery
                + "; an answer that is always the same finds one of them.");
    }

    /** How many records there are in a trial's galleries of a set, or of any. */
    private static List<Double> sizes(StoredTrial trial, Optional<TargetSet> targets) {
        return trial.scores().stream()
                .filter(score -> score.metric().label().equals(Metric.REIDENTIFICATION_GALLERY.label()))
                .filter(score -> targets.isEmpty() || targets.get() == score.targets())
                .map(Score::value)
                .distinct()
                .toList();
    }

    /** {@code 1,000}, or {@code 500 or 1,000}; empty where there are none. */
    public static String sizes(List<StoredTrial> trials, TargetSet targets) {
        return trials.stream()
                .flatMap(trial -> sizes(trial, Optional.of(targets)).stream())
                .distinct()
                .sorted()
                .map(size -> String.format(Locale.ROOT, "%,.0f", size))
                .collect(Collectors.joining(" or "));
    }
}
