package peekbench.report;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jfree.data.Range;
import org.jfree.data.xy.YIntervalSeries;
import peekbench.result.EpochMetrics;
import peekbench.result.StoredTrial;

/** One figure of a seed group over the epochs, as a mean with its interval. */
final class CurveSeries {
    private CurveSeries() {}

    /**
     * Epochs that only some seeds reached, after an early stop, are means over those; NaN leaves a gap.
     *
     * @param possible values that the figure can have; bands end there, though Student's t knows no such bound
     */
    static YIntervalSeries of(
            String name, List<StoredTrial> trials, ToDoubleFunction<EpochMetrics> figure, Range possible) {
        YIntervalSeries series = new YIntervalSeries(name);
        int epochs = trials.stream()
                .flatMap(trial -> trial.epochs().stream())
                .mapToInt(EpochMetrics::epoch)
                .max()
                .orElse(0);
        for (int i = 1; i <= epochs; i++) {
            int epoch = i;
            double[] values = trials.stream()
                    .flatMap(trial -> trial.epochs().stream())
                    .filter(metrics -> metrics.epoch() == epoch)
                    .mapToDouble(figure)
                    .toArray();
            Estimate.of(values, Optional.empty()).ifPresent(estimate -> {
                double half = estimate.halfWidth().orElse(0.0);
                series.add(
                        epoch,
                        estimate.mean(),
                        possible.constrain(estimate.mean() - half),
                        possible.constrain(estimate.mean() + half));
            });
        }
        return series;
    }
}
