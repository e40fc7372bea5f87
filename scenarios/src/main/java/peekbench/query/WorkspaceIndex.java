package peekbench.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.data.catalogue.CacheFolder;
import peekbench.evaluation.Subject;
import peekbench.problem.ConfigurationException;
import peekbench.query.filter.Filter;
import peekbench.query.index.IndexFile;
import peekbench.query.index.IndexUpdate;
import peekbench.query.index.Names;
import peekbench.query.index.Sql;
import peekbench.query.index.TrialLoad;
import peekbench.report.estimate.Estimate;
import peekbench.result.StoredTrial;
import peekbench.result.file.ResultStoreException;

/**
 * The trials of a workspace, to be filtered, ordered and counted without opening their folders: a workspace is a result
 * folder, a folder of such, or one that has them in {@code results}. The folders are the truth. The index repeats it in one
 * SQLite file of the cache folder, is brought up to date by {@link #update} and may be deleted at any time.
 *
 * <p>Safe for several threads, which wait for each other, and for several processes.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class WorkspaceIndex implements AutoCloseable {
    private static final int NAME_LENGTH = 16;
    /** SQLite's codes for a file that is damaged or none of its own. */
    private static final List<Integer> DAMAGED = List.of(11, 26);

    private final Path root;
    private final IndexFile file;

    private WorkspaceIndex(Path root, IndexFile file) {
        this.root = root;
        this.file = file;
    }

    /**
     * Opens the index of a workspace in the user's cache folder and brings it up to date.
     *
     * @throws ConfigurationException when there is no such folder
     * @throws ResultStoreException when the folder cannot be read
     */
    public static WorkspaceIndex open(Path workspace) {
        return open(workspace, CacheFolder.path());
    }

    /**
     * Opens the index of a workspace in a cache folder and brings it up to date.
     *
     * @throws ConfigurationException when there is no such workspace
     * @throws ResultStoreException when the workspace cannot be read
     */
    public static WorkspaceIndex open(Path workspace, Path cache) {
        WorkspaceIndex index = asItIs(workspace, cache);
        try {
            index.update();
        } catch (RuntimeException e) {
            index.close();
            throw e;
        }
        return index;
    }

    /**
     * Opens the index of a workspace as it was left: empty the first time, and perhaps behind what the folders hold.
     *
     * @throws ConfigurationException when there is no such workspace
     */
    public static WorkspaceIndex asItIs(Path workspace, Path cache) {
        if (!Files.isDirectory(workspace)) {
            throw new ConfigurationException("There is no folder " + workspace
                    + ". Run a scenario first, or name a result folder or a folder of such.");
        }
        try {
            String name = Names.sha256(workspace.toRealPath().toString()).substring(0, NAME_LENGTH);
            Path file = cache.resolve("index").resolve(name + ".sqlite");
            return new WorkspaceIndex(workspace, IndexFile.open(file));
        } catch (IOException e) {
            throw ResultStoreException.reading(workspace, e);
        }
    }

    /**
     * Reads what is new or changed in the folders and forgets what is gone.
     *
     * @return how many trials that were
     * @throws ResultStoreException when the workspace cannot be read
     */
    public synchronized int update() {
        return ask(connection -> new IndexUpdate(root, connection).run());
    }

    /** Makes the index anew from the folders. */
    public synchronized void rebuild() {
        file.renew("asked to");
        update();
    }

    /**
     * A page of seed groups that have a trial that matches; failed trials are counted, estimates are over those that completed.
     *
     * @param leak the measure of {@link ArmRow#leak}
     * @throws ConfigurationException when the filter asks for what there is not
     */
    public synchronized List<ArmRow> arms(Filter filter, Order order, Measure leak, int from, int count) {
        return ask(connection ->
                new ArmQuery(connection).page(new FilterSql(connection).of(filter), order, leak, from, count));
    }

    /**
     * A page of trials that match.
     *
     * @throws ConfigurationException when the filter asks for what there is not
     */
    public synchronized List<TrialRow> trials(Filter filter, Order order, int from, int count) {
        return ask(connection ->
                new TrialQuery(connection).page(new FilterSql(connection).of(filter), order, from, count));
    }

    /** The trials of one arm, by seed. */
    public synchronized List<TrialRow> trials(ArmRow.Key arm) {
        return ask(connection -> new TrialQuery(connection).page(ofArm(arm), Order.OF_REPORTS, 0, Integer.MAX_VALUE));
    }

    /**
     * How many trials and arms match.
     *
     * @throws ConfigurationException when the filter asks for what there is not
     */
    public synchronized Counts count(Filter filter) {
        return ask(connection -> Sql.of("SELECT SUM(t.status = 0), SUM(t.status = 1), SUM(t.status = 2), COUNT(DISTINCT"
                        + " CASE WHEN t.status <> 2 THEN t.folder || ' ' || t.seed_group END) FROM trial t WHERE")
                .then(new FilterSql(connection).of(filter))
                .list(connection, row -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .get(0));
    }

    /**
     * The values that trials that match have of the keys that name something, with counts.
     *
     * @throws ConfigurationException when the filter asks for what there is not
     */
    public synchronized List<Facet> facets(Filter filter) {
        return ask(connection -> new FacetQuery(connection).of(new FilterSql(connection).of(filter)));
    }

    /** What became different since a state of this index. */
    public synchronized Changes changesSince(Changes.Stamp stamp) {
        return ask(connection -> new ChangeQuery(connection).since(stamp));
    }

    /** Trials of this id, one a result folder that has one. */
    public synchronized List<TrialRow> find(String id) {
        return ask(connection ->
                new TrialQuery(connection).page(Sql.of("t.name = ?", id), Order.OF_REPORTS, 0, Integer.MAX_VALUE));
    }

    /** Every id, for those who look for a mistyped one. */
    public synchronized List<String> ids() {
        return ask(connection ->
                Sql.of("SELECT DISTINCT name FROM trial ORDER BY name").list(connection, row -> row.getString(1)));
    }

    /** A trial with all that its folder says, its scores and epochs among it; arrays are read when asked for. */
    public synchronized Optional<StoredTrial> trial(String folder, String id) {
        return ask(connection -> new TrialLoad(root, connection)
                .trials(Sql.of("t.folder = (SELECT id FROM name WHERE text = ?) AND t.name = ?", folder, id)).stream()
                        .findFirst());
    }

    /**
     * The trials that match as their folders hold them, by folder and id, for reports; those that cannot be read are left out.
     *
     * @throws ConfigurationException when the filter asks for what there is not
     */
    public synchronized List<StoredTrial> stored(Filter filter) {
        return ask(connection -> new TrialLoad(root, connection).trials(new FilterSql(connection).of(filter)));
    }

    /**
     * How training went in the trials that match, by folder and id, without all else.
     *
     * @throws ConfigurationException when the filter asks for what there is not
     */
    public synchronized List<TrialEpochs> epochs(Filter filter) {
        return ask(connection -> {
            List<TrialEpochs> trials = new ArrayList<>();
            new TrialLoad(root, connection)
                    .epochs(
                            new FilterSql(connection).of(filter),
                            (folder, id, epochs) -> trials.add(new TrialEpochs(folder, id, epochs)));
            return trials;
        });
    }

    /**
     * Two measures of each arm that has both.
     *
     * @throws ConfigurationException when the filter asks for what there is not
     */
    public synchronized List<TradeOffPoint> tradeOff(Filter filter, Measure x, Measure y) {
        return ask(connection -> {
            FigureQuery figures = new FigureQuery(connection);
            Sql where = new FilterSql(connection).of(filter);
            Map<ArmRow.Key, ArmRow.Leak> across = figures.strongest(x, where);
            Map<ArmRow.Key, ArmRow.Leak> up = figures.strongest(y, where);
            List<TradeOffPoint> points = new ArrayList<>();
            for (ArmRow arm : new ArmQuery(connection).page(where, Order.OF_REPORTS, x, 0, Integer.MAX_VALUE)) {
                Optional<Estimate> one =
                        Optional.ofNullable(across.get(arm.key())).map(ArmRow.Leak::estimate);
                Optional<Estimate> other =
                        Optional.ofNullable(up.get(arm.key())).map(ArmRow.Leak::estimate);
                if (one.isPresent() && other.isPresent()) {
                    points.add(
                            new TradeOffPoint(arm.key(), arm.protocol(), arm.cut(), arm.arm(), one.get(), other.get()));
                }
            }
            return points;
        });
    }

    /** Floors, references and ceilings of the arms that differ from one at most in their defenses. */
    public synchronized List<Bound> bounds(ArmRow comparable, Measure measure) {
        Sql where = Sql.of(
                "t.folder = (SELECT id FROM name WHERE text = ?) AND t.protocol = (SELECT id FROM name WHERE text = ?)"
                        + " AND t.cut = (SELECT id FROM name WHERE text = ?)",
                comparable.key().folder(),
                comparable.protocol(),
                comparable.cut());
        return ask(connection -> {
            List<Bound> bounds = new ArrayList<>();
            new FigureQuery(connection)
                    .estimates(measure, where, FigureQuery::isBound)
                    .forEach((arm, figures) -> figures.forEach(
                            (subject, estimate) -> bounds.add(new Bound(arm, Subject.parse(subject), estimate))));
            return bounds;
        });
    }

    /** How long completed trials like this one took: of its group, else its protocol, else its scenario. */
    public synchronized Optional<TypicalSeconds> seconds(TrialRow.Key like) {
        return ask(connection -> new SecondsQuery(connection).of(like));
    }

    private static Sql ofArm(ArmRow.Key arm) {
        return Sql.of(
                "t.folder = (SELECT id FROM name WHERE text = ?) AND t.seed_group = (SELECT id FROM name WHERE text = ?)",
                arm.folder(),
                arm.group());
    }

    /** A file that turns out to be damaged is made anew, once. */
    private <T> T ask(Question<T> question) {
        try {
            return question.ask(file.connection());
        } catch (SQLException e) {
            if (!DAMAGED.contains(e.getErrorCode())) {
                throw failed(e);
            }
            file.renew(e.toString());
        }
        try {
            new IndexUpdate(root, file.connection()).run();
            return question.ask(file.connection());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static ResultStoreException failed(SQLException cause) {
        return new ResultStoreException(
                String.format(
                        Locale.ROOT,
                        "The index of the results failed (%s). It is no more than a copy: delete the folder (index) in"
                                + " the cache folder and try again.",
                        cause.getMessage()),
                cause);
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
