package peekbench.report.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.Interval;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.result.StoredTrial;
import peekbench.result.TrialKey;

/** Every figure as comma-separated values (RFC 4180, UTF-8): one line a figure, for any statistics program. */
public final class CsvFiles {
    /** Who the figures about the trained network itself belong to. */
    private static final String NETWORK = "trained-network";

    private CsvFiles() {}

    /** Each score of each trial; a failed trial has a line even when it has no score. */
    public static void metrics(List<StoredTrial> trials, Path file) throws IOException {
        try (CSVPrinter printer = printer(
                file,
                "trial",
                "status",
                "protocol",
                "cut",
                "arm",
                "seed",
                "attack_or_reference",
                "target_set",
                "metric",
                "value",
                "low",
                "high",
                "level")) {
            for (StoredTrial trial : trials) {
                for (Score score : trial.scores()) {
                    print(
                            printer,
                            trial,
                            score.subject().text(),
                            score.targets().label(),
                            score.metric().label(),
                            score.value(),
                            score.interval());
                }
                for (Column column : SummaryTable.TRAINING) {
                    double value = TrainingFigures.of(trial, column).orElse(Double.NaN);
                    if (!Double.isNaN(value)) {
                        print(printer, trial, NETWORK, "", column.metric(), value, Optional.empty());
                    }
                }
                if (trial.scores().isEmpty() && trial.epochs().isEmpty()) {
                    print(printer, trial, "", "", "", Double.NaN, Optional.empty());
                }
            }
        }
    }

    /** Each cell of the tables: means over seeds with their intervals. */
    public static void summary(List<SummaryTable> tables, Path file) throws IOException {
        try (CSVPrinter printer = printer(
                file,
                "protocol",
                "cut",
                "arm",
                "attack_or_reference",
                "kind",
                "records",
                "metric",
                "mean",
                "low",
                "high",
                "level",
                "interval_over",
                "seeds",
                "failed_trials")) {
            for (SummaryTable table : tables) {
                for (SummaryRow row : table.rows()) {
                    for (int i = 0; i < table.columns().size(); i++) {
                        if (row.cells().get(i).isPresent()) {
                            print(
                                    printer,
                                    row,
                                    table.columns().get(i),
                                    row.cells().get(i).get());
                        }
                    }
                }
            }
        }
    }

    private static void print(
            CSVPrinter printer,
            StoredTrial trial,
            String subject,
            String targets,
            String metric,
            double value,
            Optional<Interval> interval)
            throws IOException {
        TrialKey key = trial.key();
        printer.printRecord(
                key.id(),
                trial.info().status().label(),
                key.protocol(),
                key.cut(),
                key.arm(),
                key.seed(),
                subject,
                targets,
                metric,
                number(value),
                interval.map(Interval::low).map(CsvFiles::number).orElse(""),
                interval.map(Interval::high).map(CsvFiles::number).orElse(""),
                interval.map(Interval::level).map(CsvFiles::number).orElse(""));
    }

    private static void print(CSVPrinter printer, SummaryRow row, Column column, Estimate estimate) throws IOException {
        printer.printRecord(
                row.protocol(),
                row.cut(),
                row.arm(),
                row.kind().isEmpty() ? NETWORK : row.who(),
                row.kind().map(Subject.Kind::label).orElse("training"),
                row.records(),
                column.metric(),
                number(estimate.mean()),
                estimate.interval().map(Interval::low).map(CsvFiles::number).orElse(""),
                estimate.interval().map(Interval::high).map(CsvFiles::number).orElse(""),
                estimate.interval().map(Interval::level).map(CsvFiles::number).orElse(""),
                estimate.over().name().toLowerCase(Locale.ROOT),
                estimate.seeds(),
                row.failed());
    }

    /** All digits of the double; an empty cell for what could not be computed. */
    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static CSVPrinter printer(Path file, String... header) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        return new CSVPrinter(
                writer, CSVFormat.RFC4180.builder().setHeader(header).get());
    }
}
