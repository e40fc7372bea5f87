package peekbench.query.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peekbench.evaluation.Score;
import peekbench.metric.Interval;
import peekbench.report.estimate.Column;
import peekbench.report.table.TrainingFigures;
import peekbench.result.AttackerRole;
import peekbench.result.StoredTrial;
import peekbench.result.TrialInfo;
import peekbench.result.TrialKey;
import peekbench.result.file.Json;
import peekbench.result.provenance.IndexSetInfo;
import peekbench.result.provenance.Provenance;
import peekbench.result.record.ReconstructionFiles;

/** Writes the rows of trials, for one transaction. */
final class TrialInsert implements AutoCloseable {
    /** The part of a plan point that tells seeds apart: without it they share their settings. */
    static final String SEEDS = "seeds";

    private final Connection connection;
    private final Names names;
    private final long changed;
    private final PreparedStatement scores;
    private final PreparedStatement figures;

    TrialInsert(Connection connection, Names names, long changed) throws SQLException {
        this.connection = connection;
        this.names = names;
        this.changed = changed;
        this.scores = connection.prepareStatement("INSERT INTO score VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        this.figures = connection.prepareStatement("INSERT INTO figure VALUES (?, ?, ?)");
    }

    /** A trial that could not be read. */
    void unreadable(WorkspaceScan.Place place, String stamp, String reason) throws SQLException {
        trial(place, stamp, IndexSchema.UNREADABLE, reason);
    }

    void readable(WorkspaceScan.Place place, String stamp, StoredTrial trial) throws SQLException {
        int status = trial.completed() ? IndexSchema.COMPLETED : IndexSchema.FAILED;
        long id = trial(place, stamp, status, trial.info().errorSummary().orElse(null));
        describe(id, trial);
        scores(id, trial.scores());
        for (Column column : TrainingFigures.COLUMNS) {
            OptionalDouble value = TrainingFigures.of(trial, column);
            if (value.isPresent() && !Double.isNaN(value.getAsDouble())) {
                figures.setString(1, column.metric().label());
                figures.setLong(2, id);
                figures.setDouble(3, value.getAsDouble());
                figures.addBatch();
            }
        }
        for (AttackerRole attacker : trial.info().attackers()) {
            Sql.of(
                            "INSERT OR IGNORE INTO attacker VALUES (?, ?, ?)",
                            id,
                            names.number(attacker.attack()),
                            names.number(attacker.role()))
                    .run(connection);
        }
        int count = 0;
        for (ReconstructionFiles files : trial.info().reconstructions()) {
            Sql.of(
                            "INSERT INTO picture_set VALUES (?, ?, ?, ?)",
                            id,
                            count++,
                            names.number(files.attack()),
                            EnumCode.of(files.targets()))
                    .run(connection);
        }
    }

    private long trial(WorkspaceScan.Place place, String stamp, int status, @Nullable String reason)
            throws SQLException {
        long folder = names.number(place.folder());
        List<Long> known = Sql.of("SELECT id FROM trial WHERE folder = ? AND name = ?", folder, place.name())
                .list(connection, row -> row.getLong(1));
        for (long id : known) {
            forget(connection, id);
        }
        Sql.of(
                        "INSERT INTO trial (folder, name, stamp, changed, status, reason)"
                                + " VALUES (?, ?, ?, ?, ?, NULLIF(?, ''))",
                        folder,
                        place.name(),
                        stamp,
                        changed,
                        status,
                        reason == null ? "" : reason)
                .run(connection);
        Sql.of("DELETE FROM removed WHERE folder = ? AND name = ?", folder, place.name())
                .run(connection);
        return Sql.of("SELECT last_insert_rowid()")
                .list(connection, row -> row.getLong(1))
                .get(0);
    }

    /** Takes a trial out. */
    static void forget(Connection connection, long id) throws SQLException {
        for (String table : List.of("score", "figure", "picture_set", "attacker")) {
            Sql.of("DELETE FROM " + table + " WHERE trial = ?", id).run(connection);
        }
        Sql.of("DELETE FROM trial WHERE id = ?", id).run(connection);
    }

    private void describe(long id, StoredTrial trial) throws SQLException {
        TrialInfo info = trial.info();
        TrialKey key = info.key();
        Provenance provenance = info.provenance();
        String indexSets = provenance.data().indexSets().stream()
                .map(IndexSetInfo::toString)
                .collect(Collectors.joining());
        JsonNode settings = provenance.scenario().point().deepCopy();
        String seeds = settings instanceof ObjectNode point && point.has(SEEDS)
                ? point.remove(SEEDS).toString()
                : "";
        String text = settings.toString();
        boolean known = names.hasDocument(text);
        long document = names.document(text);
        if (!known) {
            settings(document, settings);
        }
        ObjectNode slim = (ObjectNode) Json.tree(info);
        ObjectNode scenario = (ObjectNode) slim.path("provenance").path("scenario");
        scenario.set("resolved", JsonNodeFactory.instance.objectNode());
        scenario.set("point", JsonNodeFactory.instance.objectNode());
        Sql.of(
                        "UPDATE trial SET seed_group = ?, protocol = ?, cut = ?, arm = ?, defended = ?, seed = ?,"
                                + " scenario = ?, dataset = ?, data_sha = ?, index_sha = ?",
                        names.number(key.group()),
                        names.number(key.protocol()),
                        names.number(key.cut()),
                        names.number(key.arm()),
                        key.defended(),
                        key.seed(),
                        names.number(provenance.scenario().name()),
                        names.number(provenance.data().dataset()),
                        names.number(provenance.data().sha256()),
                        names.number(Names.sha256(indexSets)))
                .then(
                        ", started = ?, training_seconds = ?, total_seconds = ?, accuracy = ?, settings = ?, seeds = ?,"
                                + " resolved = ?, info = ?, epochs = ? WHERE id = ?",
                        info.started().toString(),
                        info.trainingSeconds(),
                        info.totalSeconds(),
                        TrainingFigures.of(trial, Column.ACCURACY).orElse(Double.NaN),
                        document,
                        seeds,
                        names.document(provenance.scenario().resolved().toString()),
                        slim.toString(),
                        Json.tree(trial.epochs()).toString(),
                        id)
                .run(connection);
    }

    private void settings(long document, JsonNode settings) throws SQLException {
        for (FlatSettings.Setting setting : FlatSettings.of(settings)) {
            Sql.of(
                            "INSERT OR IGNORE INTO setting VALUES (?, ?, ?, ?)",
                            document,
                            names.number(setting.key()),
                            names.number(setting.value()),
                            setting.number())
                    .run(connection);
        }
    }

    private void scores(long id, List<Score> all) throws SQLException {
        for (int i = 0; i < all.size(); i++) {
            Score score = all.get(i);
            scores.setLong(1, id);
            scores.setInt(2, i);
            scores.setLong(3, names.number(score.subject().text()));
            scores.setInt(4, EnumCode.of(score.subject().kind()));
            scores.setInt(5, EnumCode.of(score.targets()));
            scores.setLong(6, names.metric(score.metric()));
            scores.setDouble(7, score.value());
            scores.setObject(8, score.interval().map(Interval::low).orElse(null));
            scores.setObject(9, score.interval().map(Interval::high).orElse(null));
            scores.setObject(10, score.interval().map(Interval::level).orElse(null));
            scores.addBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        try (scores;
                figures) {
            scores.executeBatch();
            figures.executeBatch();
        }
    }
}
