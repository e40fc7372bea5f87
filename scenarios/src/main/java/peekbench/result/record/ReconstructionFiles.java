package peekbench.result.record;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.evaluation.Subject;
import peekbench.metric.Metric;
import peekbench.threat.observation.TargetSet;

/**
 * Where the arrays of one {@link Reconstructions} are, as paths below the trial's folder with {@code /} between names.
 *
 * @param attack who made them
 * @param targets which records
 * @param originals NumPy array of float32
 * @param reconstructions NumPy array of float32, perhaps of the first originals only
 * @param values a vector of scores a metric
 * @param read the classes that were read in the reconstructions, as a NumPy array of float64; empty where there was no
 *     classifier
 * @param sheet PNG of the first pairs; empty for records that are no images, and during training
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record ReconstructionFiles(
        String attack,
        TargetSet targets,
        String originals,
        String reconstructions,
        List<Values> values,
        Optional<String> read,
        Optional<String> sheet) {
    /** The folder of a trial that holds them. */
    public static final String FOLDER = "reconstructions";

    public ReconstructionFiles {
        values = List.copyOf(values);
    }

    /**
     * One number a record.
     *
     * @param file NumPy array of float64, {@code [n]}
     */
    public record Values(Metric metric, String file) {}

    /** Whether the attack was mounted while training went on. */
    public boolean duringTraining() {
        return Subject.parse(attack).kind() == Subject.Kind.DURING_TRAINING;
    }

    /** Whether these are images of the finished network, as galleries show them. */
    public boolean gallery() {
        return !duringTraining() && values.stream().anyMatch(one -> one.metric().equals(Metric.SSIM));
    }
}
