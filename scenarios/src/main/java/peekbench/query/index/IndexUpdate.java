package peekbench.query.index;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;

/** Brings an index to what the folders hold: reads what is new or changed, takes out what is gone. */
public final class IndexUpdate {
    private static final Logger LOG = LoggerFactory.getLogger(IndexUpdate.class);
    /** Trials a transaction: queries of others see the index grow. */
    private static final int BATCH = 500;

    private final Path root;
    private final Connection connection;

    /** What the index knows of a trial folder. */
    private record Known(WorkspaceScan.Place place, long id, String stamp) {}

    /** What a trial folder holds, or why that cannot be said. */
    private record Found(WorkspaceScan.Place place, String stamp, Optional<StoredTrial> trial, String reason) {}

    /**
     * An update that is not begun.
     *
     * @param root the workspace
     */
    public IndexUpdate(Path root, Connection connection) {
        this.root = root;
        this.connection = connection;
    }

    /** How many trials were read or taken out. */
    public int run() throws SQLException {
        Map<WorkspaceScan.Place, String> present = WorkspaceScan.of(root);
        Map<WorkspaceScan.Place, Known> known = new HashMap<>();
        Sql.of("SELECT n.text, t.name, t.id, t.stamp FROM trial t JOIN name n ON n.id = t.folder")
                .list(
                        connection,
                        row -> new Known(
                                new WorkspaceScan.Place(row.getString(1), row.getString(2)),
                                row.getLong(3),
                                row.getString(4)))
                .forEach(trial -> known.put(trial.place(), trial));
        List<Known> gone = known.values().stream()
                .filter(trial -> !present.containsKey(trial.place()))
                .toList();
        List<WorkspaceScan.Place> changed = present.entrySet().stream()
                .filter(entry -> !entry.getValue()
                        .equals(Optional.ofNullable(known.get(entry.getKey()))
                                .map(Known::stamp)
                                .orElse("")))
                .map(Map.Entry::getKey)
                .toList();
        if (!gone.isEmpty()) {
            inTransaction((names, stamp) -> takeOut(gone, names, stamp));
        }
        for (int from = 0; from < changed.size(); from += BATCH) {
            List<WorkspaceScan.Place> batch = changed.subList(from, Math.min(from + BATCH, changed.size()));
            List<Found> read = batch.parallelStream()
                    .map(place -> read(place, Objects.requireNonNull(present.get(place))))
                    .toList();
            inTransaction((names, stamp) -> put(read, names, stamp));
        }
        LOG.info("index of {}: {} trials read, {} taken out", root, changed.size(), gone.size());
        return changed.size() + gone.size();
    }

    private Found read(WorkspaceScan.Place place, String stamp) {
        try {
            Optional<StoredTrial> trial =
                    ResultStore.openExisting(root.resolve(place.folder())).find(place.name());
            return new Found(place, stamp, trial, "trial.json is missing; was half of the folder deleted?");
        } catch (RuntimeException e) { // whatever a file holds must not keep the other trials from being found
            return new Found(place, stamp, Optional.empty(), Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    private void put(List<Found> read, Names names, long stamp) throws SQLException {
        try (TrialInsert insert = new TrialInsert(connection, names, stamp)) {
            for (Found found : read) {
                if (found.trial().isPresent()) {
                    insert.readable(found.place(), found.stamp(), found.trial().get());
                } else {
                    insert.unreadable(found.place(), found.stamp(), found.reason());
                }
            }
        }
    }

    private void takeOut(List<Known> gone, Names names, long stamp) throws SQLException {
        for (Known trial : gone) {
            TrialInsert.forget(connection, trial.id());
            Sql.of(
                            "INSERT OR REPLACE INTO removed VALUES (?, ?, ?)",
                            names.number(trial.place().folder()),
                            trial.place().name(),
                            stamp)
                    .run(connection);
        }
    }

    private void inTransaction(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Names names = new Names(connection);
            long stamp = Sql.of("SELECT MAX(COALESCE((SELECT MAX(changed) FROM trial), 0),"
                            + " COALESCE((SELECT MAX(changed) FROM removed), 0)) + 1")
                    .list(connection, row -> row.getLong(1))
                    .get(0);
            work.run(names, stamp);
            names.rank();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run(Names names, long stamp) throws SQLException;
    }
}
