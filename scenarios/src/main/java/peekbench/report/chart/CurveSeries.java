package peekbench.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.jfree.data.Range;
import org.jfree.data.xy.YIntervalSeries;
import peekbench.evaluation.Subject;
import peekbench.metric.Interval;
import peekbench.metric.Metric;
import peekbench.report.estimate.Estimate;
import peekbench.result.EpochMetrics;
import peekbench.result.StoredTrial;
import peekbench.threat.observation.TargetSet;

/** One figure of a seed group over the epochs, as a mean with its interval. */
final class CurveSeries {
    private CurveSeries() {}

    /** What is drawn. */
    @FunctionalInterface
    interface Figure {
        /** The figure of a trial at an epoch; empty where the trial has none. */
        OptionalDouble at(StoredTrial trial, int epoch);

        /** A figure of training; NaN leaves a gap. */
        static Figure of(ToDoubleFunction<EpochMetrics> figure) {
            return (trial, epoch) -> trial.epochs().stream()
                    .filter(metrics -> metrics.epoch() == epoch)
                    .mapToDouble(figure)
                    .findFirst();
        }

        /** The highest SSIM that an attack on the network of that epoch got of unseen records. */
        static Figure ofLeak() {
            return (trial, epoch) -> trial.scores().stream()
                    .filter(score -> score.metric().equals(Metric.SSIM)
                            && score.targets() == TargetSet.VICTIM_TEST
                            && isAfter(epoch, score.subject()))
                    .mapToDouble(score -> score.value())
                    .max();
        }
    }

    private static boolean isAfter(int epoch, Subject subject) {
        return subject.kind() == Subject.Kind.DURING_TRAINING
                && subject instanceof Subject.ByAttack attack
                && attack.epoch().equals(OptionalInt.of(epoch));
    }

    /**
     * Epochs that only some seeds reached, after an early stop, are means over those.
     *
     * @param possible values that the figure can have; bands end there, though Student's t knows no such bound
     */
    static YIntervalSeries of(String name, List<StoredTrial> trials, Figure figure, Range possible) {
        YIntervalSeries series = new YIntervalSeries(name);
        int epochs = trials.stream()
                .flatMap(trial -> trial.epochs().stream())
                .mapToInt(EpochMetrics::epoch)
                .max()
                .orElse(0);
        for (int i = 0; i <= epochs; i++) {
            int epoch = i;
            double[] values = trials.stream()
                    .map(trial -> figure.at(trial, epoch))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .toArray();
            Estimate.of(values, Optional.empty()).ifPresent(estimate -> {
                Interval around =
                        estimate.interval().orElse(new Interval(estimate.mean(), estimate.mean(), Estimate.LEVEL));
                series.add(epoch, estimate.mean(), possible.constrain(around.low()), possible.constrain(around.high()));
            });
        }
        return series;
    }
}
