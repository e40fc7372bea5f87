package peekbench.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.evaluation.Score;

/**
 * SQLite tables {@code trial} and {@code score} over the folders. Never the truth: whatever goes wrong with it is logged
 * and the folders are read instead.
 */
final class ResultIndex {
    private static final Logger LOG = LoggerFactory.getLogger(ResultIndex.class);
    private static final String TABLES = """
            CREATE TABLE IF NOT EXISTS trial (
              id TEXT PRIMARY KEY, seed_group TEXT NOT NULL, protocol TEXT NOT NULL, cut TEXT NOT NULL,
              arm TEXT NOT NULL, seed INTEGER NOT NULL, status TEXT NOT NULL, started TEXT NOT NULL,
              total_seconds REAL NOT NULL, stamp TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS score (
              trial TEXT NOT NULL, subject TEXT NOT NULL, targets TEXT NOT NULL, metric TEXT NOT NULL,
              value REAL, low REAL, high REAL, level REAL);
            CREATE INDEX IF NOT EXISTS score_of_trial ON score (trial);
            """;

    private final Path file;

    ResultIndex(Path file) {
        this.file = file;
    }

    void put(StoredTrial trial) {
        try {
            inTransaction(connection -> insert(connection, trial));
        } catch (SQLException | IOException | LinkageError e) {
            LOG.warn("{} was not updated ({}); listings make it anew", file, e.getMessage());
        }
    }

    void rebuild(List<StoredTrial> trials) {
        try {
            Files.deleteIfExists(file);
            inTransaction(connection -> {
                for (StoredTrial trial : trials) {
                    insert(connection, trial);
                }
            });
        } catch (SQLException | IOException | LinkageError e) {
            LOG.warn("{} was not rebuilt ({}); listings read the folders instead", file, e.getMessage());
        }
    }

    /** Rows of the index when it stands for exactly the folders that are there; else it is rebuilt from the trials. */
    List<TrialRow> rows(List<Path> folders, Supplier<List<StoredTrial>> trials) {
        if (Files.exists(file)) {
            try {
                Set<String> present = new HashSet<>();
                for (Path folder : folders) {
                    present.add(stamp(folder));
                }
                Set<String> indexed = new HashSet<>();
                List<TrialRow> rows = read(indexed);
                if (indexed.equals(present)) {
                    return rows;
                }
            } catch (SQLException | IOException | LinkageError e) {
                LOG.warn("{} cannot be read ({}) and is made anew", file, e.getMessage());
            }
        }
        List<StoredTrial> truth = trials.get();
        rebuild(truth);
        return truth.stream().map(TrialRow::of).toList();
    }

    /** Tells one run of a trial from a later run of the same trial without opening its files. */
    private static String stamp(Path folder) throws IOException {
        return folder.getFileName() + " "
                + Files.getLastModifiedTime(folder.resolve(StoreFolder.TRIAL_FILE))
                        .toMillis();
    }

    private List<TrialRow> read(Set<String> stamps) throws SQLException {
        List<TrialRow> rows = new ArrayList<>();
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement("SELECT * FROM trial ORDER BY id");
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                stamps.add(found.getString("stamp"));
                rows.add(new TrialRow(
                        found.getString("id"),
                        found.getString("seed_group"),
                        found.getString("protocol"),
                        found.getString("cut"),
                        found.getString("arm"),
                        found.getLong("seed"),
                        found.getString("status").equals(TrialStatus.COMPLETED.label())
                                ? TrialStatus.COMPLETED
                                : TrialStatus.FAILED,
                        Instant.parse(found.getString("started")),
                        found.getDouble("total_seconds")));
            }
        }
        return rows;
    }

    private static void insert(Connection connection, StoredTrial trial) throws SQLException, IOException {
        TrialRow row = TrialRow.of(trial);
        execute(
                connection,
                "INSERT OR REPLACE INTO trial VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.id(),
                row.group(),
                row.protocol(),
                row.cut(),
                row.arm(),
                row.seed(),
                row.status().label(),
                row.started().toString(),
                row.totalSeconds(),
                stamp(trial.folder()));
        execute(connection, "DELETE FROM score WHERE trial = ?", row.id());
        for (Score score : trial.scores()) {
            execute(
                    connection,
                    "INSERT INTO score VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    row.id(),
                    score.subject().text(),
                    score.targets().label(),
                    score.metric().label(),
                    score.value(),
                    score.interval().map(interval -> (Object) interval.low()).orElse(null),
                    score.interval().map(interval -> (Object) interval.high()).orElse(null),
                    score.interval().map(interval -> (Object) interval.level()).orElse(null));
        }
    }

    private static void execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private void inTransaction(Work work) throws SQLException, IOException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(TABLES);
            }
            work.run(connection);
            connection.commit();
        }
    }

    /** A transaction takes its lock when it begins: one that reads before it writes is refused while another writes. */
    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:" + file.toAbsolutePath() + "?busy_timeout=10000&transaction_mode=IMMEDIATE");
    }

    @FunctionalInterface
    private interface Work {
        void run(Connection connection) throws SQLException, IOException;
    }
}
