package peekbench.report.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.SeedGroup;
import peekbench.result.EpochMetrics;
import peekbench.result.StoredTrial;

/** Figures about training itself, from the epochs of a trial. */
final class TrainingFigures {
    private static final double MEGABYTE = 1e6;
    private static final double GIGA = 1e9;

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
            case ACCURACY -> result(trial, EpochMetrics::testAccuracy);
            case MEAN_ABSOLUTE_ERROR -> result(trial, EpochMetrics::testDeviation);
            case TEST_LOSS -> result(trial, EpochMetrics::testLoss);
            case PRIVACY -> privacy(trial);
            case TRAINING_SECONDS -> sum(trial, EpochMetrics::seconds);
            case SENT_TO_SERVER -> sum(trial, epoch -> epoch.bytesToServer() / MEGABYTE);
            case SENT_TO_CLIENTS -> sum(trial, epoch -> epoch.bytesToClients() / MEGABYTE);
            case SENT_BETWEEN_CLIENTS -> aboveZero(sum(trial, epoch -> epoch.bytesBetweenClients() / MEGABYTE));
            case SENT_BY_FORMULA ->
                aboveZero(sum(trial, epoch -> epoch.expectedBytes().orElse(0) / MEGABYTE));
            case CLIENT_OPERATIONS -> sum(trial, epoch -> epoch.clientFlops() / GIGA);
            case SERVER_OPERATIONS -> sum(trial, epoch -> epoch.serverFlops() / GIGA);
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble result(StoredTrial trial, ToDoubleFunction<EpochMetrics> figure) {
        return trial.result().stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .findFirst();
    }

    /** Of all epochs, also when earlier weights are kept: the later ones were seen as well. */
    private static OptionalDouble privacy(StoredTrial trial) {
        return trial.epochs().stream()
                .flatMapToDouble(epoch -> epoch.privacySpent().stream())
                .max();
    }

    /** Leaves out what most protocols do not have, and with it the column. */
    private static OptionalDouble aboveZero(OptionalDouble value) {
        return value.stream().filter(number -> number > 0).findFirst();
    }

    private static OptionalDouble sum(StoredTrial trial, ToDoubleFunction<EpochMetrics> figure) {
        return trial.epochs().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(trial.epochs().stream().mapToDouble(figure).sum());
    }
}
