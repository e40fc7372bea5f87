package peekbench.result;

import java.util.Optional;
import peekbench.threat.observation.TargetSet;

/**
 * Where the arrays of one {@link Reconstructions} are, as paths below the trial's folder with {@code /} between names.
 *
 * @param attack who made them
 * @param targets which records
 * @param originals NumPy array of float32
 * @param reconstructions NumPy array of float32
 * @param ssim NumPy array of float64
 * @param sheet PNG of the first pairs; empty for records that are no images
 */
public record ReconstructionFiles(
        String attack,
        TargetSet targets,
        String originals,
        String reconstructions,
        String ssim,
        Optional<String> sheet) {}
