package peekbench.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import peekbench.query.index.Sql;

/** What became different since a stamp. */
final class ChangeQuery {
    private final Connection connection;

    ChangeQuery(Connection connection) {
        this.connection = connection;
    }

    Changes since(Changes.Stamp stamp) throws SQLException {
        Changes.Stamp now = Sql.of(
                        "SELECT (SELECT generation FROM made), MAX(COALESCE((SELECT MAX(changed) FROM trial), 0),"
                                + " COALESCE((SELECT MAX(changed) FROM removed), 0))")
                .list(connection, row -> new Changes.Stamp(row.getLong(1), row.getLong(2)))
                .get(0);
        boolean anew = stamp.generation() != now.generation();
        return new Changes(now, anew, places("trial", anew ? 0 : stamp.change()), places("removed", stamp.change()));
    }

    private List<Changes.Place> places(String table, long change) throws SQLException {
        return Sql.of(
                        "SELECT n.text, x.name FROM " + table + " x JOIN name n ON n.id = x.folder WHERE x.changed > ?"
                                + " ORDER BY n.text, x.name",
                        change)
                .list(connection, row -> new Changes.Place(row.getString(1), row.getString(2)));
    }
}
