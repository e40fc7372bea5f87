package peekbench.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import peekbench.query.index.EnumCode;
import peekbench.query.index.Sql;

/** Pages of trials. */
final class TrialQuery {
    private static final String ROWS =
            "SELECT f.text, t.name, t.status, t.reason, s.text, g.text, p.text, c.text, a.text,"
                    + " t.defended, t.seed, t.started, t.total_seconds, t.accuracy FROM trial t JOIN name f ON f.id = t.folder"
                    + " LEFT JOIN name s ON s.id = t.scenario LEFT JOIN name g ON g.id = t.seed_group LEFT JOIN name p ON p.id ="
                    + " t.protocol LEFT JOIN name c ON c.id = t.cut LEFT JOIN name a ON a.id = t.arm WHERE (";
    private static final String REPORT_ORDER =
            "t.status = 2, p.place, c.place, t.defended, a.place, g.text, f.text, t.seed, t.name";

    private final Connection connection;

    TrialQuery(Connection connection) {
        this.connection = connection;
    }

    List<TrialRow> page(Sql where, Order order, int from, int count) throws SQLException {
        String direction = order.descending() ? " DESC" : "";
        String first =
                order.by().map(by -> column(by) + direction + " NULLS LAST, ").orElse("");
        return Sql.of(ROWS)
                .then(where)
                .then(") ORDER BY " + first + REPORT_ORDER + " LIMIT ? OFFSET ?", count, from)
                .list(connection, TrialQuery::row);
    }

    private static TrialRow row(ResultSet row) throws SQLException {
        TrialRow.Status status = EnumCode.constant(TrialRow.Status.class, row.getInt(3));
        Optional<TrialRow.Key> key = status == TrialRow.Status.UNREADABLE
                ? Optional.empty()
                : Optional.of(new TrialRow.Key(
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getBoolean(10),
                        row.getLong(11),
                        row.getString(12),
                        row.getDouble(13)));
        return new TrialRow(
                row.getString(1),
                row.getString(2),
                status,
                Optional.ofNullable(row.getString(4)),
                key,
                Sql.optional(row, 14));
    }

    /** What leaked is the best SSIM of any attack on unseen records. */
    private static String column(Order.By by) {
        return switch (by) {
            case SCENARIO -> "s.place";
            case PROTOCOL -> "p.place";
            case CUT -> "c.place";
            case ARM -> "a.place";
            case SEED -> "t.seed";
            case STATUS -> "t.status";
            case STARTED -> "t.started";
            case SECONDS -> "t.total_seconds";
            case ACCURACY -> "t.accuracy";
            case LEAK -> leak();
        };
    }

    private static String leak() {
        return "(SELECT MAX(l.value) FROM score l WHERE l.trial = t.id AND l.kind = 0 AND l.targets = "
                + EnumCode.of(Measure.SSIM.records()) + " AND l.metric IN (SELECT id FROM metric WHERE label = '"
                + Measure.SSIM.column().metric().label() + "'))";
    }
}
