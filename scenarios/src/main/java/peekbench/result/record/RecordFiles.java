package peekbench.result.record;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.threat.observation.TargetSet;

/**
 * Where a trial's folder tells of single records, as paths below it with {@code /} between names.
 *
 * @param classes names of the classes, in the order of their numbers; empty for regression
 * @param columns names of the numbers of a record, where they have any, as the columns of a table
 * @param sets which records reconstructions are of
 * @param labels CSV of labels that attacks inferred
 * @param mixes CSV of shares of classes that attacks inferred
 * @param members CSV of scores of membership
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record RecordFiles(
        List<String> classes,
        List<String> columns,
        List<Set> sets,
        Optional<String> labels,
        Optional<String> mixes,
        Optional<String> members) {
    public RecordFiles {
        classes = List.copyOf(classes);
        columns = List.copyOf(columns);
        sets = List.copyOf(sets);
    }

    /**
     * Records that attacks are scored on.
     *
     * @param targets which
     * @param records CSV, a line a record in the order of the arrays
     * @param read the classes that the classifier read in the originals, as a NumPy array of float64; empty where there was
     *     none
     */
    public record Set(TargetSet targets, String records, Optional<String> read) {}
}
