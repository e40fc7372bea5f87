package peekbench.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import peekbench.evaluation.Subject;
import peekbench.metric.Bounds;
import peekbench.metric.Interval;
import peekbench.query.index.EnumCode;
import peekbench.query.index.Sql;
import peekbench.report.estimate.Estimate;

/**
 * Estimates of seed groups. SQL picks the figures of completed trials, by seed; {@link Estimate} alone makes estimates of them, so
 * that they are the report's to the last digit.
 */
final class FigureQuery {
    private final Connection connection;

    /** Figures of one subject over the seeds, with the interval of the first. */
    private static final class Figures {
        private final List<Double> values = new ArrayList<>();
        private Optional<Interval> first = Optional.empty();
        private long lastTrial = -1;

        /** Of several figures of one trial the first counts. */
        void add(long trial, double value, Optional<Interval> interval) {
            if (trial == lastTrial) {
                return;
            }
            if (values.isEmpty()) {
                first = interval;
            }
            values.add(value);
            lastTrial = trial;
        }

        Optional<Estimate> estimate(boolean overImages, Bounds possible) {
            return Estimate.of(
                    values.stream().mapToDouble(Double::doubleValue).toArray(),
                    overImages ? first : Optional.empty(),
                    possible);
        }
    }

    FigureQuery(Connection connection) {
        this.connection = connection;
    }

    /** What the strongest attack got of each arm that has any figure. */
    Map<ArmRow.Key, ArmRow.Leak> strongest(Measure measure, Sql where) throws SQLException {
        Comparator<ArmRow.Leak> byMean =
                Comparator.comparingDouble(leak -> leak.estimate().mean());
        Comparator<ArmRow.Leak> strength = measure.leastIsStrongest() ? byMean.reversed() : byMean;
        Map<ArmRow.Key, ArmRow.Leak> strongest = new HashMap<>();
        estimates(measure, where, FigureQuery::isMeasured)
                .forEach((arm, figures) -> figures.entrySet().stream()
                        .map(entry -> new ArmRow.Leak(entry.getKey(), entry.getValue()))
                        .max(strength)
                        .ifPresent(leak -> strongest.put(arm, leak)));
        return strongest;
    }

    static boolean isMeasured(Subject.Kind kind) {
        return kind == Subject.Kind.ATTACK || kind == Subject.Kind.MEASUREMENT;
    }

    static boolean isBound(Subject.Kind kind) {
        return kind == Subject.Kind.FLOOR || kind == Subject.Kind.REFERENCE || kind == Subject.Kind.CEILING;
    }

    /** The estimate of each subject of each arm, subjects as trials wrote them. */
    Map<ArmRow.Key, Map<String, Estimate>> estimates(Measure measure, Sql where, Predicate<Subject.Kind> kinds)
            throws SQLException {
        Map<ArmRow.Key, Map<String, Figures>> figures = new LinkedHashMap<>();
        figures(measure, where, kinds)
                .each(
                        connection,
                        row -> figures.computeIfAbsent(
                                        new ArmRow.Key(row.getString(1), row.getString(2)),
                                        key -> new LinkedHashMap<>())
                                .computeIfAbsent(row.getString(4), subject -> new Figures())
                                .add(row.getLong(3), Sql.number(row, 5), interval(row)));
        boolean overImages = !measure.isOfTraining() && measure.column().intervalOverImages();
        Map<ArmRow.Key, Map<String, Estimate>> estimates = new LinkedHashMap<>();
        figures.forEach((arm, subjects) -> {
            Map<String, Estimate> ofArm = new LinkedHashMap<>();
            subjects.forEach((subject, one) -> one.estimate(
                            overImages, measure.column().metric().bounds())
                    .ifPresent(made -> ofArm.put(subject, made)));
            estimates.put(arm, ofArm);
        });
        return estimates;
    }

    /** Rows of folder, group, trial, subject, value, low, high and level. */
    private static Sql figures(Measure measure, Sql where, Predicate<Subject.Kind> kinds) {
        String label = measure.column().metric().label();
        if (measure.isOfTraining()) {
            return Sql.of(
                            "SELECT f.text, g.text, t.id, '', x.value, NULL, NULL, NULL FROM figure x JOIN trial t ON"
                                    + " t.id = x.trial JOIN name f ON f.id = t.folder JOIN name g ON g.id = t.seed_group"
                                    + " WHERE x.metric = ? AND t.status = 0 AND (",
                            label)
                    .then(where)
                    .then(") ORDER BY t.seed, t.id");
        }
        String wanted = Arrays.stream(Subject.Kind.values())
                .filter(kinds)
                .map(kind -> Integer.toString(EnumCode.of(kind)))
                .collect(Collectors.joining(", "));
        Sql scores = Sql.of(
                "SELECT f.text, g.text, t.id, n.text, s.value, s.low, s.high, s.level FROM score s JOIN trial t ON"
                        + " t.id = s.trial JOIN name f ON f.id = t.folder JOIN name g ON g.id = t.seed_group"
                        + " JOIN name n ON n.id = s.subject WHERE s.metric IN (SELECT id FROM metric WHERE label = ?)"
                        + " AND s.targets = ? AND s.kind IN (" + wanted + ") AND t.status = 0 AND (",
                label,
                EnumCode.of(measure.records()));
        Sql all = scores.then(where).then(")");
        Sql chosen = measure.attack()
                .map(attack -> all.then("AND n.text = ?", attack))
                .orElse(all);
        return chosen.then("ORDER BY t.seed, t.id, s.place");
    }

    private static Optional<Interval> interval(ResultSet row) throws SQLException {
        double low = row.getDouble(6);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Interval(low, Sql.number(row, 7), Sql.number(row, 8)));
    }
}
