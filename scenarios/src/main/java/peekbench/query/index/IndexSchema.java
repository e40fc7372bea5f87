package peekbench.query.index;

/** The tables of the index. Names stand once, in {@code name}, and by their number everywhere else. */
final class IndexSchema {
    /** A file of another version is made anew. */
    static final int VERSION = 2;

    static final int COMPLETED = 0;
    static final int FAILED = 1;
    static final int UNREADABLE = 2;

    /**
     * {@code place} of a name is its rank in natural order, {@code plain} what filters look at. {@code info} of a trial is its
     * {@code trial.json} without the trees of the scenario, which many trials share and {@code document} holds.
     */
    static final String TABLES = """
            CREATE TABLE IF NOT EXISTS name (
              id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, plain TEXT NOT NULL, place INTEGER NOT NULL DEFAULT 0);
            CREATE TABLE IF NOT EXISTS document (id INTEGER PRIMARY KEY, sha TEXT NOT NULL UNIQUE, json TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS trial (
              id INTEGER PRIMARY KEY, folder INTEGER NOT NULL, name TEXT NOT NULL, stamp TEXT NOT NULL,
              changed INTEGER NOT NULL, status INTEGER NOT NULL, reason TEXT,
              seed_group INTEGER, protocol INTEGER, cut INTEGER, arm INTEGER, defended INTEGER, seed INTEGER,
              scenario INTEGER, dataset INTEGER, data_sha INTEGER, index_sha INTEGER,
              started TEXT, training_seconds REAL, total_seconds REAL, accuracy REAL,
              settings INTEGER, seeds TEXT, resolved INTEGER, info TEXT, epochs TEXT, UNIQUE (folder, name));
            CREATE INDEX IF NOT EXISTS trial_by_group ON trial (folder, seed_group, seed);
            CREATE INDEX IF NOT EXISTS trial_by_change ON trial (changed);
            CREATE TABLE IF NOT EXISTS score (
              trial INTEGER NOT NULL, place INTEGER NOT NULL, subject INTEGER NOT NULL, kind INTEGER NOT NULL,
              targets INTEGER NOT NULL, metric INTEGER NOT NULL, value REAL, low REAL, high REAL, level REAL,
              PRIMARY KEY (trial, place)) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS score_by_metric ON score (metric, targets, kind, trial, subject, value);
            CREATE TABLE IF NOT EXISTS metric (id INTEGER PRIMARY KEY, label TEXT NOT NULL, json TEXT NOT NULL UNIQUE);
            CREATE TABLE IF NOT EXISTS figure (
              metric TEXT NOT NULL, trial INTEGER NOT NULL, value REAL NOT NULL,
              PRIMARY KEY (metric, trial)) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS figure_of_trial ON figure (trial);
            CREATE TABLE IF NOT EXISTS setting (
              settings INTEGER NOT NULL, name INTEGER NOT NULL, value INTEGER NOT NULL, number REAL,
              PRIMARY KEY (settings, name, value)) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS setting_by_name ON setting (name, value);
            CREATE TABLE IF NOT EXISTS picture_set (
              trial INTEGER NOT NULL, place INTEGER NOT NULL, attack INTEGER NOT NULL, targets INTEGER NOT NULL,
              PRIMARY KEY (trial, place)) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS attacker (
              trial INTEGER NOT NULL, attack INTEGER NOT NULL, role INTEGER NOT NULL,
              PRIMARY KEY (trial, attack)) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS removed (
              folder INTEGER NOT NULL, name TEXT NOT NULL, changed INTEGER NOT NULL, PRIMARY KEY (folder, name));
            CREATE TABLE IF NOT EXISTS made (generation INTEGER NOT NULL);
            INSERT INTO made SELECT unixepoch('now', 'subsec') * 1000 WHERE NOT EXISTS (SELECT 1 FROM made);
            """;

    private IndexSchema() {}
}
