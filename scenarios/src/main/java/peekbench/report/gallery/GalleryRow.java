package peekbench.report.gallery;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import peekbench.evaluation.Subject;
import peekbench.result.StoredTrial;
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

    /** A row for each attack that made images, in the order in which they were mounted; without any, one empty row. */
    static List<GalleryRow> of(StoredTrial trial, TargetSet targets) {
        List<Reconstructions> all = trial.completed() ? trial.reconstructions(targets) : List.of();
        List<GalleryRow> rows = all.stream()
                .filter(made -> Subject.parse(made.attack()).kind() == Subject.Kind.ATTACK)
                .filter(made -> made.originals().rank() == 4)
                .map(made -> new GalleryRow(trial.key().arm(), made.attack(), Optional.of(made)))
                .toList();
        return rows.isEmpty() ? List.of(new GalleryRow(trial.key().arm(), "", Optional.empty())) : rows;
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
