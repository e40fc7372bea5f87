package peekbench.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peekbench.evaluation.Subject;
import peekbench.query.index.EnumCode;
import peekbench.query.index.Sql;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;

/** Pages of arms: SQL filters, groups, orders and cuts out the page; estimates are made for its rows only. */
final class ArmQuery {
    private static final String REPORT_ORDER = "p.place, c.place, defended, a.place, g.text, f.text";

    private final Connection connection;
    private final FigureQuery figures;

    ArmQuery(Connection connection) {
        this.connection = connection;
        this.figures = new FigureQuery(connection);
    }

    List<ArmRow> page(Sql where, Order order, Measure leak, int from, int count) throws SQLException {
        List<Group> groups = groups(where, order, leak, from, count);
        if (groups.isEmpty()) {
            return List.of();
        }
        Sql ofPage = Sql.of("t.status <> 2 AND (t.folder, t.seed_group) IN (VALUES "
                        + String.join(", ", groups.stream().map(Group::pair).toList()) + ") AND (")
                .then(where)
                .then(")");
        Map<ArmRow.Key, ArmRow.Leak> accuracies = figures.strongest(Measure.ACCURACY, ofPage);
        Map<ArmRow.Key, ArmRow.Leak> leaks = figures.strongest(leak, ofPage);
        Map<ArmRow.Key, ArmRow.Leak> identified =
                figures.strongest(new Measure(Column.REIDENTIFICATION, leak.records(), Optional.empty()), ofPage);
        ArmMarks marks = ArmMarks.of(connection, leak, ofPage);
        return groups.stream()
                .map(group -> group.row(accuracies, leaks, identified, marks))
                .toList();
    }

    /** A row before its estimates are known; the numbers name folder and group. */
    private record Group(String pair, ArmRow row) {
        ArmRow row(
                Map<ArmRow.Key, ArmRow.Leak> accuracies,
                Map<ArmRow.Key, ArmRow.Leak> leaks,
                Map<ArmRow.Key, ArmRow.Leak> identified,
                ArmMarks marks) {
            Optional<ArmRow.Leak> leaked = Optional.ofNullable(leaks.get(row.key()));
            Optional<Estimate> accuracy =
                    Optional.ofNullable(accuracies.get(row.key())).map(ArmRow.Leak::estimate);
            return new ArmRow(
                    row.key(),
                    row.scenario(),
                    row.protocol(),
                    row.cut(),
                    row.arm(),
                    row.defended(),
                    row.completed(),
                    row.failed(),
                    accuracy,
                    leaked,
                    Optional.ofNullable(identified.get(row.key())),
                    marks.collapsed(row.key()),
                    leaked.map(strongest -> marks.limited(row.key(), strongest.attack()))
                            .orElse(0));
        }
    }

    private List<Group> groups(Sql where, Order order, Measure leak, int from, int count) throws SQLException {
        boolean byLeak = order.by().equals(Optional.of(Order.By.LEAK));
        Sql grouped = Sql.of("SELECT t.folder, t.seed_group, MIN(t.scenario) AS scenario, MIN(t.protocol) AS protocol,"
                        + " MIN(t.cut) AS cut, MIN(t.arm) AS arm, MIN(t.defended) AS defended, SUM(t.status = 0) AS completed,"
                        + " SUM(t.status = 1) AS failed, AVG(CASE t.status WHEN 0 THEN t.accuracy END) AS accuracy,"
                        + " AVG(t.total_seconds) AS seconds, MIN(t.started) AS started, MIN(t.seed) AS seed"
                        + " FROM trial t WHERE t.status <> 2 AND (")
                .then(where)
                .then(") GROUP BY t.folder, t.seed_group");
        Sql all = Sql.of("SELECT x.folder, x.seed_group, f.text, g.text, s.text, p.text, c.text, a.text, x.defended,"
                        + " x.completed, x.failed FROM (")
                .then(grouped)
                .then(") x JOIN name f ON f.id = x.folder JOIN name g ON g.id = x.seed_group JOIN name s ON s.id ="
                        + " x.scenario JOIN name p ON p.id = x.protocol JOIN name c ON c.id = x.cut JOIN name a ON a.id ="
                        + " x.arm");
        Sql joined = byLeak ? all.then(leaks(leak, where)) : all;
        String direction = order.descending() ? " DESC" : "";
        String first =
                order.by().map(by -> column(by) + direction + " NULLS LAST, ").orElse("");
        return joined.then("ORDER BY " + first + REPORT_ORDER + " LIMIT ? OFFSET ?", count, from)
                .list(
                        connection,
                        row -> new Group(
                                "(" + row.getLong(1) + ", " + row.getLong(2) + ")",
                                new ArmRow(
                                        new ArmRow.Key(row.getString(3), row.getString(4)),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getString(8),
                                        row.getBoolean(9),
                                        row.getInt(10),
                                        row.getInt(11),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        0,
                                        0)));
    }

    /** The mean of the strongest attack as {@code l.mean}, to order by. */
    private static Sql leaks(Measure leak, Sql where) {
        String strongest = leak.leastIsStrongest() ? "MIN" : "MAX";
        String label = leak.column().metric().label();
        Sql scores = leak.isOfTraining()
                ? Sql.of(
                        "SELECT t.folder, t.seed_group, AVG(s.value) AS mean FROM figure s JOIN trial t ON t.id ="
                                + " s.trial WHERE s.metric = ? AND t.status = 0 AND (",
                        label)
                : Sql.of(
                        "SELECT t.folder, t.seed_group, AVG(s.value) AS mean FROM score s JOIN trial t ON t.id ="
                                + " s.trial WHERE s.metric IN (SELECT id FROM metric WHERE label = ?) AND s.targets = ?"
                                + " AND s.kind IN (" + EnumCode.of(Subject.Kind.ATTACK) + ", "
                                + EnumCode.of(Subject.Kind.MEASUREMENT) + ") AND t.status = 0 AND (",
                        label,
                        EnumCode.of(leak.records()));
        Sql ofAttack = leak.attack()
                .map(attack -> Sql.of("AND s.subject = (SELECT id FROM name WHERE text = ?)", attack))
                .orElse(Sql.of(""));
        String groups = leak.isOfTraining() ? "t.folder, t.seed_group" : "t.folder, t.seed_group, s.subject";
        return Sql.of("LEFT JOIN (SELECT folder, seed_group, " + strongest + "(mean) AS mean FROM (")
                .then(scores)
                .then(where)
                .then(")")
                .then(ofAttack)
                .then("GROUP BY " + groups
                        + ") GROUP BY folder, seed_group) l ON l.folder = x.folder AND l.seed_group ="
                        + " x.seed_group");
    }

    private static String column(Order.By by) {
        return switch (by) {
            case SCENARIO -> "s.place";
            case PROTOCOL -> "p.place";
            case CUT -> "c.place";
            case ARM -> "a.place";
            case SEED -> "x.seed";
            case STATUS -> "x.failed";
            case STARTED -> "x.started";
            case SECONDS -> "x.seconds";
            case ACCURACY -> "x.accuracy";
            case LEAK -> "l.mean";
        };
    }
}
