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
import peekbench.result.TrialInfo;
import peekbench.result.TrialKey;
import peekbench.result.TrialSetting;

/** Every figure as comma-separated values (RFC 4180, UTF-8): one line a figure, for any statistics program. */
public final class CsvFiles {
    /** Who the figures about the trained network itself belong to. */
    private static final String NETWORK = "trained-network";

    private static final List<String> ARM = List.of("protocol", "cut", "arm");
    private static final List<String> INTERVAL = List.of("low", "high", "level");

    private static final List<String> TIMES_HEADER =
            List.of("trial", "started", "total_seconds", "training_seconds", "trials_at_a_time");

    private CsvFiles() {}

    private static List<String> scoreHeader(List<String> varied) {
        return joined(List.of(
                List.of("trial", "status"),
                ARM,
                varied,
                List.of("seed", "attack_or_reference", "target_set", "metric", "value"),
                INTERVAL));
    }

    private static List<String> cellHeader(List<String> varied) {
        return joined(List.of(
                ARM,
                varied,
                List.of("attack_or_reference", "kind", "records", "metric", "mean"),
                INTERVAL,
                List.of("interval_over", "seeds", "failed_trials", "not_a_bound")));
    }

    /** Each score of each trial, with a column for each key that axes vary; a failed trial has a line even when it has no score. */
    public static void metrics(List<StoredTrial> trials, Path file) throws IOException {
        List<String> varied = trials.stream()
                .flatMap(trial -> trial.key().settings().stream())
                .map(TrialSetting::key)
                .distinct()
                .toList();
        try (CSVPrinter printer = printer(file, scoreHeader(varied))) {
            for (StoredTrial trial : trials) {
                for (Score score : trial.scores()) {
                    print(
                            printer,
                            varied,
                            trial,
                            score.subject().text(),
                            score.targets().label(),
                            score.metric().label(),
                            score.value(),
                            score.interval());
                }
                for (Column column : TrainingFigures.COLUMNS) {
                    if (column.equals(Column.TRAINING_SECONDS)) {
                        continue;
                    }
                    double value = TrainingFigures.of(trial, column).orElse(Double.NaN);
                    if (!Double.isNaN(value)) {
                        print(
                                printer,
                                varied,
                                trial,
                                NETWORK,
                                "",
                                column.metric().label(),
                                value,
                                Optional.empty());
                    }
                }
                if (trial.scores().isEmpty() && trial.epochs().isEmpty()) {
                    print(printer, varied, trial, "", "", "", Double.NaN, Optional.empty());
                }
            }
        }
    }

    /** How long each trial took, in seconds: what differs between two runs of one machine, and so is in no other table. */
    public static void times(List<StoredTrial> trials, Path file) throws IOException {
        try (CSVPrinter printer = printer(file, TIMES_HEADER)) {
            for (StoredTrial trial : trials) {
                TrialInfo info = trial.info();
                printer.printRecord(
                        trial.key().id(),
                        info.started(),
                        number(info.totalSeconds()),
                        number(TrainingFigures.of(trial, Column.TRAINING_SECONDS)
                                .orElse(Double.NaN)),
                        info.provenance().threads());
            }
        }
    }

    /** Each cell of the tables: means over seeds with their intervals. */
    public static void summary(List<SummaryTable> tables, Path file) throws IOException {
        List<String> varied = tables.stream()
                .flatMap(table -> table.varied().stream())
                .distinct()
                .toList();
        try (CSVPrinter printer = printer(file, cellHeader(varied))) {
            for (SummaryTable table : tables) {
                for (SummaryRow row : table.rows()) {
                    for (int i = 0; i < table.columns().size(); i++) {
                        if (row.cells().get(i).isPresent()) {
                            print(
                                    printer,
                                    varied,
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
            List<String> varied,
            StoredTrial trial,
            String subject,
            String targets,
            String metric,
            double value,
            Optional<Interval> interval)
            throws IOException {
        TrialKey key = trial.key();
        printer.printRecord(joined(List.of(
                List.of(key.id(), trial.info().status().label(), key.protocol(), key.cut(), key.arm()),
                varied.stream().map(name -> key.setting(name).orElse("")).toList(),
                List.of(Long.toString(key.seed()), subject, targets, metric, number(value)),
                numbers(interval))));
    }

    private static void print(CSVPrinter printer, List<String> varied, SummaryRow row, Column column, Estimate estimate)
            throws IOException {
        String who = row.kind().isEmpty() ? NETWORK : row.who();
        String kind = row.kind().map(Subject.Kind::label).orElse("training");
        String over = estimate.over().name().toLowerCase(Locale.ROOT);
        printer.printRecord(joined(List.of(
                List.of(row.protocol(), row.cut(), row.arm()),
                varied.stream().map(name -> row.setting(name).orElse("")).toList(),
                List.of(who, kind, row.records(), column.metric().label(), number(estimate.mean())),
                numbers(estimate.interval()),
                List.of(
                        over,
                        Integer.toString(estimate.seeds()),
                        Integer.toString(row.failed()),
                        String.join("; ", row.marks())))));
    }

    /** All digits of the double; an empty cell for what could not be computed. */
    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    /** Bounds and level of an interval; empty cells where there is none. */
    private static List<String> numbers(Optional<Interval> interval) {
        return interval.map(range -> List.of(number(range.low()), number(range.high()), number(range.level())))
                .orElse(List.of("", "", ""));
    }

    private static List<String> joined(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    private static CSVPrinter printer(Path file, List<String> header) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        return new CSVPrinter(
                writer,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(header.toArray(String[]::new))
                        .get());
    }
}
