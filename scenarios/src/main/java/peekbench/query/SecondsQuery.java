package peekbench.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import peekbench.query.index.Sql;

/** How long trials took. */
final class SecondsQuery {
    private static final String COMPLETED = "SELECT t.total_seconds FROM trial t WHERE t.status = 0 AND ";
    private static final String NAMED = " = (SELECT id FROM name WHERE text = ?)";

    private final Connection connection;

    SecondsQuery(Connection connection) {
        this.connection = connection;
    }

    Optional<TypicalSeconds> of(TrialRow.Key like) throws SQLException {
        for (TypicalSeconds.Like nearness : TypicalSeconds.Like.values()) {
            Sql query = switch (nearness) {
                case SAME_GROUP -> Sql.of(COMPLETED + "t.seed_group" + NAMED, like.group());
                case SAME_PROTOCOL ->
                    Sql.of(
                            COMPLETED + "t.protocol" + NAMED + " AND t.scenario" + NAMED,
                            like.protocol(),
                            like.scenario());
                case SAME_SCENARIO -> Sql.of(COMPLETED + "t.scenario" + NAMED, like.scenario());
            };
            List<Double> seconds = query.list(connection, row -> row.getDouble(1));
            if (!seconds.isEmpty()) {
                return Optional.of(new TypicalSeconds(
                        StatUtils.percentile(
                                seconds.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray(),
                                50),
                        seconds.size(),
                        nearness));
            }
        }
        return Optional.empty();
    }
}
