package peekbench.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import peekbench.evaluation.Subject;
import peekbench.query.index.EnumCode;
import peekbench.query.index.Sql;

/** Counts the values that trials have. */
final class FacetQuery {
    private static final List<FilterKeys> KEYS = List.of(
            FilterKeys.STATUS,
            FilterKeys.SCENARIO,
            FilterKeys.PROTOCOL,
            FilterKeys.CUT,
            FilterKeys.ARM,
            FilterKeys.ATTACK,
            FilterKeys.ATTACKER,
            FilterKeys.DATA,
            FilterKeys.SEED,
            FilterKeys.FOLDER);

    private final Connection connection;

    FacetQuery(Connection connection) {
        this.connection = connection;
    }

    List<Facet> of(Sql where) throws SQLException {
        List<Facet> facets = new ArrayList<>();
        for (FilterKeys key : KEYS) {
            facets.add(new Facet(
                    key,
                    Sql.of(values(key))
                            .then(where)
                            .then(") GROUP BY 1 ORDER BY 3, 1")
                            .list(connection, row -> new Facet.Value(text(key, row.getString(1)), row.getInt(2)))));
        }
        return facets;
    }

    /** Rows of a value, how many trials have it, and what they are ordered by. */
    private static String values(FilterKeys key) {
        return switch (key.kind()) {
            case NAME ->
                "SELECT n.text, COUNT(*), n.place FROM trial t JOIN name n ON n.id = t." + key.column() + " WHERE (";
            case SCORED ->
                "SELECT n.text, COUNT(DISTINCT t.id), n.place FROM trial t JOIN score s ON s.trial = t.id JOIN"
                        + " name n ON n.id = s.subject WHERE s.kind = " + EnumCode.of(Subject.Kind.ATTACK) + " AND (";
            case ATTACKED ->
                "SELECT n.text, COUNT(DISTINCT t.id), n.place FROM trial t JOIN attacker s ON s.trial = t.id JOIN"
                        + " name n ON n.id = s.role WHERE (";
            case PICTURED ->
                "SELECT n.text, COUNT(DISTINCT t.id), n.place FROM trial t JOIN picture_set s ON s.trial ="
                        + " t.id JOIN name n ON n.id = s.attack WHERE (";
            case TEXT, NUMBER, STATUS ->
                "SELECT t." + key.column() + ", COUNT(*), t." + key.column() + " FROM trial t WHERE t." + key.column()
                        + " IS NOT NULL AND (";
        };
    }

    private static String text(FilterKeys key, String value) {
        return key == FilterKeys.STATUS
                ? EnumCode.constant(TrialRow.Status.class, Integer.parseInt(value))
                        .label()
                : value;
    }
}
