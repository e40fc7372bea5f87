package peekbench.report.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.SeedGroup;
import peekbench.result.EpochMetrics;
import peekbench.result.StoredTrial;

/** Figures about training itself, from the epochs of a trial. */
public final class TrainingFigures {
    private static final double MEGABYTE = 1e6;
    private static final double GIGA = 1e9;
    private static final List<Figure> FIGURES = List.of(
            new Figure(Column.ACCURACY, trial -> result(trial, EpochMetrics::testAccuracy)),
            new Figure(Column.MEAN_ABSOLUTE_ERROR, trial -> result(trial, EpochMetrics::testDeviation)),
            new Figure(Column.TEST_LOSS, trial -> result(trial, EpochMetrics::testLoss)),
            new Figure(Column.PRIVACY, TrainingFigures::privacy),
            new Figure(Column.TRAINING_SECONDS, trial -> sum(trial, EpochMetrics::seconds)),
            new Figure(Column.SENT_TO_SERVER, trial -> sum(trial, epoch -> epoch.bytesToServer() / MEGABYTE)),
            new Figure(Column.SENT_TO_CLIENTS, trial -> sum(trial, epoch -> epoch.bytesToClients() / MEGABYTE)),
            new Figure(
                    Column.SENT_BETWEEN_CLIENTS,
                    trial -> aboveZero(sum(trial, epoch -> epoch.bytesBetweenClients() / MEGABYTE))),
            new Figure(
                    Column.SENT_BY_FORMULA,
                    trial -> aboveZero(sum(trial, epoch -> epoch.expectedBytes().orElse(0) / MEGABYTE))),
            new Figure(Column.CLIENT_OPERATIONS, trial -> sum(trial, epoch -> epoch.clientFlops() / GIGA)),
            new Figure(Column.SERVER_OPERATIONS, trial -> sum(trial, epoch -> epoch.serverFlops() / GIGA)));
    /** The figures about training itself, in their order. */
    public static final List<Column> COLUMNS =
            FIGURES.stream().map(Figure::column).toList();
    /** What a network itself is worth: of classes, or of numbers. */
    public static final List<Column> UTILITIES = List.of(Column.ACCURACY, Column.MEAN_ABSOLUTE_ERROR);

    /** Where a column's figure comes from. */
    private record Figure(Column column, Function<StoredTrial, OptionalDouble> of) {}

    private TrainingFigures() {}

    /** The row of a group in a table about training. */
    static SummaryRow row(SeedGroup group, List<Column> columns) {
        return new SummaryRow(
                group.key().protocol(),
                group.key().cut(),
                group.key().arm(),
                group.key().settings(),
                Optional.empty(),
                "",
                "",
                group.completed().size(),
                group.failed(),
                columns.stream().map(column -> estimate(group, column)).toList(),
                CollapsedSeeds.marks(group));
    }

    /** The figure of a group; empty when it is not about training or no epoch was trained. */
    public static Optional<Estimate> estimate(SeedGroup group, Column column) {
        double[] values = group.completed().stream()
                .map(trial -> of(trial, column))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        return Estimate.of(values, Optional.empty(), column.metric().bounds());
    }

    /** The figure of one trial; empty when it is not about training or no epoch was trained. */
    public static OptionalDouble of(StoredTrial trial, Column column) {
        return FIGURES.stream()
                .filter(figure -> figure.column().equals(column))
                .map(figure -> figure.of().apply(trial))
                .findFirst()
                .orElseGet(OptionalDouble::empty);
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
