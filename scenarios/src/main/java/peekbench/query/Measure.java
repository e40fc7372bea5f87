package peekbench.query;

import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.metric.Metric;
import peekbench.report.estimate.Column;
import peekbench.report.table.TrainingFigures;
import peekbench.threat.observation.TargetSet;

/**
 * A figure of an arm: of its training, or what an attack got of some records.
 *
 * @param column what is measured
 * @param records those that are attacked; without meaning for figures of training
 * @param attack whose figure; empty for the attack to which most leaked
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Measure(Column column, TargetSet records, Optional<String> attack) {
    /** The share of unseen records that the network classifies rightly. */
    public static final Measure ACCURACY = new Measure(Column.ACCURACY, TargetSet.VICTIM_TEST, Optional.empty());
    /** Structural similarity that the strongest attack reaches on unseen records. */
    public static final Measure SSIM = new Measure(Column.SSIM, TargetSet.VICTIM_TEST, Optional.empty());

    boolean isOfTraining() {
        return TrainingFigures.COLUMNS.contains(column);
    }

    /** Whether the smallest figure is that of the strongest. */
    boolean leastIsStrongest() {
        return column.metric().meaning() == Metric.Meaning.LESS_IS_LEAK;
    }
}
