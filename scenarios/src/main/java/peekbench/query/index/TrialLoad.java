package peekbench.query.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.Interval;
import peekbench.metric.Metric;
import peekbench.result.EpochMetrics;
import peekbench.result.StoredTrial;
import peekbench.result.TrialInfo;
import peekbench.result.file.Json;
import peekbench.result.provenance.Provenance;
import peekbench.result.provenance.ScenarioInfo;
import peekbench.threat.observation.TargetSet;

/** Trials as their folders hold them, out of the index: trees, names and metrics that they share are one object. */
public final class TrialLoad {
    private static final TargetSet[] TARGETS = TargetSet.values();

    private final Path root;
    private final Connection connection;
    private final Map<Long, JsonNode> documents = new HashMap<>();
    private final Map<Long, Subject> subjects = new HashMap<>();
    private final Map<Long, Metric> metrics = new HashMap<>();

    /**
     * A reader that shares among the trials that it reads.
     *
     * @param root the workspace
     */
    public TrialLoad(Path root, Connection connection) {
        this.root = root;
        this.connection = connection;
    }

    /** Those that match, by folder and id; unreadable ones are left out. */
    public List<StoredTrial> trials(Sql where) throws SQLException {
        Map<Long, List<Score>> scores = scores(where);
        return Sql.of("SELECT t.id, f.text, t.name, t.info, t.resolved, t.settings, t.seeds, t.epochs FROM trial t"
                        + " JOIN name f ON f.id = t.folder WHERE t.status <> " + IndexSchema.UNREADABLE + " AND (")
                .then(where)
                .then(") ORDER BY f.text, t.name")
                .list(connection, row -> trial(row, scores.getOrDefault(row.getLong(1), List.of())));
    }

    /** Takes how training went in a trial. */
    @FunctionalInterface
    public interface EpochSink {
        void accept(String folder, String id, List<EpochMetrics> epochs);
    }

    /** Hands over how training went in those that match, by folder and id; unreadable ones are left out. */
    public void epochs(Sql where, EpochSink sink) throws SQLException {
        Sql.of("SELECT f.text, t.name, t.epochs FROM trial t JOIN name f ON f.id = t.folder WHERE t.status <> "
                        + IndexSchema.UNREADABLE + " AND (")
                .then(where)
                .then(") ORDER BY f.text, t.name")
                .each(
                        connection,
                        row -> sink.accept(
                                row.getString(1),
                                row.getString(2),
                                List.of(read(row.getString(3), EpochMetrics[].class))));
    }

    private Map<Long, List<Score>> scores(Sql where) throws SQLException {
        Map<Long, List<Score>> scores = new HashMap<>();
        Sql.of("SELECT s.trial, s.subject, s.targets, s.metric, s.value, s.low, s.high, s.level FROM trial t"
                        + " CROSS JOIN score s ON s.trial = t.id WHERE (")
                .then(where)
                .then(") ORDER BY t.id, s.place")
                .each(
                        connection,
                        row -> scores.computeIfAbsent(row.getLong(1), trial -> new ArrayList<>())
                                .add(score(row)));
        return scores;
    }

    private Score score(ResultSet row) throws SQLException {
        double low = row.getDouble(6);
        Optional<Interval> interval = row.wasNull()
                ? Optional.empty()
                : Optional.of(new Interval(low, Sql.number(row, 7), Sql.number(row, 8)));
        return new Score(
                subject(row.getLong(2)), TARGETS[row.getInt(3)], metric(row.getLong(4)), Sql.number(row, 5), interval);
    }

    private Subject subject(long number) throws SQLException {
        Subject known = subjects.get(number);
        if (known != null) {
            return known;
        }
        Subject subject = Subject.parse(text("SELECT text FROM name WHERE id = ?", number));
        subjects.put(number, subject);
        return subject;
    }

    private Metric metric(long number) throws SQLException {
        Metric known = metrics.get(number);
        if (known != null) {
            return known;
        }
        Metric metric = read(text("SELECT json FROM metric WHERE id = ?", number), Metric.class);
        metrics.put(number, metric);
        return metric;
    }

    private JsonNode document(long number) throws SQLException {
        JsonNode known = documents.get(number);
        if (known != null) {
            return known;
        }
        JsonNode tree = tree(text("SELECT json FROM document WHERE id = ?", number));
        documents.put(number, tree);
        return tree;
    }

    private String text(String query, long number) throws SQLException {
        return Sql.of(query, number)
                .first(connection, row -> row.getString(1))
                .orElseThrow(() -> new SQLException("The index lacks what (" + query + ") asks for " + number));
    }

    private StoredTrial trial(ResultSet row, List<Score> scores) throws SQLException {
        TrialInfo slim = read(row.getString(4), TrialInfo.class);
        JsonNode settings = document(row.getLong(6));
        Provenance provenance = slim.provenance();
        ScenarioInfo scenario = provenance.scenario();
        ScenarioInfo whole = new ScenarioInfo(
                scenario.name(), scenario.title(), document(row.getLong(5)), point(settings, row.getString(7)));
        return new StoredTrial(
                root.resolve(row.getString(2)).resolve(row.getString(3)),
                slim.with(provenance.with(whole)),
                List.of(read(row.getString(8), EpochMetrics[].class)),
                scores);
    }

    /** The settings that seeds share with the seed of this trial; members are shared, not copied. */
    private static JsonNode point(JsonNode settings, String seeds) throws SQLException {
        if (seeds.isEmpty()) {
            return settings;
        }
        ObjectNode point = JsonNodeFactory.instance.objectNode();
        settings.properties().forEach(entry -> point.set(entry.getKey(), entry.getValue()));
        point.set(TrialInsert.SEEDS, tree(seeds));
        return point;
    }

    private static JsonNode tree(String json) throws SQLException {
        try {
            return Json.parse(json);
        } catch (JsonProcessingException e) {
            throw new SQLException("The index holds broken JSON", e);
        }
    }

    private static <T> T read(String json, Class<T> type) throws SQLException {
        try {
            return Json.read(tree(json), type);
        } catch (JsonProcessingException e) {
            throw new SQLException("The index holds no " + type.getSimpleName(), e);
        }
    }
}
