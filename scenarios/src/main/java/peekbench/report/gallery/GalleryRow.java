package peekbench.report.gallery;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import peekbench.evaluation.Subject;
import peekbench.result.StoredTrial;
import peekbench.result.record.ReconstructionFiles;
import peekbench.result.record.Reconstructions;
import peekbench.threat.observation.TargetSet;

/**
 * One attack on one arm of a gallery.
 *
 * @param arm label of its defenses
 * @param attack who reconstructed; empty without images
 * @param images what it got; empty when the trial failed
 */
public record GalleryRow(String arm, String attack, Optional<Reconstructions> images) {

    /** How many attacks made images, without a look at them. */
    static int count(StoredTrial trial, TargetSet targets) {
        return trial.completed()
                ? (int) trial.info().reconstructions().stream()
                        .filter(files -> files.targets() == targets && isShown(files))
                        .count()
                : 0;
    }

    private static boolean isShown(ReconstructionFiles files) {
        return files.gallery() && Subject.parse(files.attack()).kind() == Subject.Kind.ATTACK;
    }

    /** A row for each attack that made images, in the order in which they were mounted; without any, one empty row. */
    static List<GalleryRow> of(StoredTrial trial, TargetSet targets) {
        if (count(trial, targets) == 0) {
            return List.of(new GalleryRow(trial.key().arm(), "", Optional.empty()));
        }
        return trial.reconstructions(targets).stream()
                .filter(made -> Subject.parse(made.attack()).kind() == Subject.Kind.ATTACK)
                .map(made -> new GalleryRow(trial.key().arm(), made.attack(), Optional.of(made)))
                .toList();
    }

    /** Whether this arm reconstructed the very records of the other. */
    boolean sameRecords(Reconstructions reference) {
        return images.filter(made -> made.originals().equals(reference.originals()))
                .isPresent();
    }

    double meanSsim() {
        return images.map(made -> Arrays.stream(made.ssim()).average().orElse(Double.NaN))
                .orElse(Double.NaN);
    }
}
