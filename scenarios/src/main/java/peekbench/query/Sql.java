package peekbench.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A part of a statement with the values of its question marks.
 *
 * @param text in SQLite's dialect
 * @param values in order
 */
record Sql(String text, List<Object> values) {
    Sql {
        values = List.copyOf(values);
    }

    static Sql of(String text, Object... values) {
        return new Sql(text, Arrays.asList(values));
    }

    /** This, a blank, and more. */
    Sql then(Sql more) {
        List<Object> both = new ArrayList<>(values);
        both.addAll(more.values);
        return new Sql(text + " " + more.text, both);
    }

    Sql then(String more, Object... further) {
        return then(of(more, further));
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with one row. */
    @FunctionalInterface
    interface RowAction {
        void accept(ResultSet row) throws SQLException;
    }

    /** Every row of the answer. */
    <T> List<T> list(Connection connection, Row<T> row) throws SQLException {
        List<T> rows = new ArrayList<>();
        each(connection, found -> rows.add(row.read(found)));
        return rows;
    }

    /** Hands over every row of the answer. */
    void each(Connection connection, RowAction action) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    action.accept(found);
                }
            }
        }
    }

    /** The first row of the answer. */
    <T> Optional<T> first(Connection connection, Row<T> row) throws SQLException {
        return list(connection, row).stream().findFirst();
    }

    /** Changes rows. */
    void run(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.executeUpdate();
        }
    }

    /** SQLite keeps no NaN: a figure that could not be computed is NULL. */
    static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    static OptionalDouble optional(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
