package peekbench.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import peekbench.result.EpochMetrics;
import peekbench.result.StoredTrial;

/** Figures about training itself, from the epochs of a trial. */
final class TrainingFigures {
    private static final double MEGABYTE = 1e6;

    private TrainingFigures() {}

    /** The row of a group in a table about training. */
    static SummaryRow row(SeedGroup group, List<Column> columns) {
        return new SummaryRow(
                group.key().protocol(),
                group.key().cut(),
                group.key().arm(),
                Optional.empty(),
                "",
                "",
                group.completed().size(),
                group.failed(),
                columns.stream().map(column -> estimate(group, column)).toList());
    }

    static Optional<Estimate> estimate(SeedGroup group, Column column) {
        double[] values = group.completed().stream()
                .map(trial -> of(trial, column))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        return Estimate.of(values, Optional.empty());
    }

    /** The figure of one trial; empty when it is not about training or no epoch was trained. */
    static OptionalDouble of(StoredTrial trial, Column column) {
        return switch (column) {
            case ACCURACY -> last(trial, EpochMetrics::testAccuracy);
            case TEST_LOSS -> last(trial, EpochMetrics::testLoss);
            case TRAINING_SECONDS -> sum(trial, EpochMetrics::seconds);
            case SENT_TO_SERVER -> sum(trial, epoch -> epoch.bytesToServer() / MEGABYTE);
            case SENT_TO_CLIENTS -> sum(trial, epoch -> epoch.bytesToClients() / MEGABYTE);
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble last(StoredTrial trial, ToDoubleFunction<EpochMetrics> figure) {
        List<EpochMetrics> epochs = trial.epochs();
        return epochs.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(figure.applyAsDouble(epochs.get(epochs.size() - 1)));
    }

    private static OptionalDouble sum(StoredTrial trial, ToDoubleFunction<EpochMetrics> figure) {
        return trial.epochs().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(trial.epochs().stream().mapToDouble(figure).sum());
    }
}
