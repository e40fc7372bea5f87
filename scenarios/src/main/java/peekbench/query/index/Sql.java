package peekbench.query.index;

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
public record Sql(String text, List<Object> values) {
    public Sql {
        values = List.copyOf(values);
    }

    /** A part with its values. */
    public static Sql of(String text, Object... values) {
        return new Sql(text, Arrays.asList(values));
    }

    /** This, a blank, and more. */
    public Sql then(Sql more) {
        List<Object> both = new ArrayList<>(values);
        both.addAll(more.values);
        return new Sql(text + " " + more.text, both);
    }

    /** This, a blank, and a part with its values. */
    public Sql then(String more, Object... further) {
        return then(of(more, further));
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with one row. */
    @FunctionalInterface
    public interface RowAction {
        void accept(ResultSet row) throws SQLException;
    }

    /** Every row of the answer. */
    public <T> List<T> list(Connection connection, Row<T> row) throws SQLException {
        List<T> rows = new ArrayList<>();
        each(connection, found -> rows.add(row.read(found)));
        return rows;
    }

    /** Hands over every row of the answer. */
    public void each(Connection connection, RowAction action) throws SQLException {
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
    public <T> Optional<T> first(Connection connection, Row<T> row) throws SQLException {
        return list(connection, row).stream().findFirst();
    }

    /** Changes rows. */
    public void run(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.executeUpdate();
        }
    }

    /** SQLite keeps no NaN: a figure that could not be computed is NULL. */
    public static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    /** A figure that some rows have. */
    public static OptionalDouble optional(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
