package peekbench.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import peekbench.evaluation.Subject;
import peekbench.metric.Metric;
import peekbench.query.index.EnumCode;
import peekbench.query.index.Sql;

/**
 * Why figures of arms are no bounds: trials that collapsed, and attackers that came to their limit.
 *
 * @param collapsed how many trials of an arm
 * @param limited how many trials of an arm and an attack, on the records of the measure
 */
record ArmMarks(Map<ArmRow.Key, Integer> collapsed, Map<Attacked, Integer> limited) {
    /** An arm and who attacked it. */
    private record Attacked(ArmRow.Key arm, String attack) {}

    static ArmMarks of(Connection connection, Measure leak, Sql where) throws SQLException {
        Map<ArmRow.Key, Integer> collapsed = new HashMap<>();
        Map<Attacked, Integer> limited = new HashMap<>();
        trials(
                        Sql.of(
                                "s.value > 0 AND s.metric IN (SELECT id FROM metric WHERE label = ?)",
                                Metric.COLLAPSED.label()),
                        where)
                .each(
                        connection,
                        row -> collapsed.merge(
                                new ArmRow.Key(row.getString(1), row.getString(2)), row.getInt(4), Integer::sum));
        trials(
                        Sql.of(
                                "s.value = 0 AND s.targets = ? AND s.kind = ? AND s.metric IN (SELECT id FROM metric WHERE"
                                        + " label = ?)",
                                EnumCode.of(leak.records()),
                                EnumCode.of(Subject.Kind.ATTACK),
                                Metric.ATTACK_CONVERGED.label()),
                        where)
                .each(
                        connection,
                        row -> limited.put(
                                new Attacked(new ArmRow.Key(row.getString(1), row.getString(2)), row.getString(3)),
                                row.getInt(4)));
        return new ArmMarks(collapsed, limited);
    }

    /** Rows of folder, group, subject and number of trials. */
    private static Sql trials(Sql score, Sql where) {
        return Sql.of("SELECT f.text, g.text, n.text, COUNT(DISTINCT t.id) FROM score s JOIN trial t ON t.id = s.trial"
                        + " JOIN name f ON f.id = t.folder JOIN name g ON g.id = t.seed_group JOIN name n ON n.id ="
                        + " s.subject WHERE t.status = 0 AND (")
                .then(score)
                .then(") AND (")
                .then(where)
                .then(") GROUP BY t.folder, t.seed_group, s.subject");
    }

    int collapsed(ArmRow.Key arm) {
        return collapsed.getOrDefault(arm, 0);
    }

    int limited(ArmRow.Key arm, String attack) {
        return limited.getOrDefault(new Attacked(arm, attack), 0);
    }
}
