package peekbench.query.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SQLite file of an index. A file that is damaged, another program's or of another version of the tables is made anew; where
 * none can be written, the index is kept in memory. When one is made, those go that nobody has opened for ninety days: the folders
 * of most are gone by then, and of the others they are made anew.
 */
public final class IndexFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFile.class);
    /** Says that a database is an index of ours: "Peek" in ASCII. */
    private static final int APPLICATION = 0x5065656b;

    private static final Duration LONGEST_UNUSED = Duration.ofDays(90);
    private static final String ENDING = ".sqlite";
    private static final List<String> COMPANIONS = List.of("", "-wal", "-shm", "-journal");
    private static final String IN_MEMORY = "jdbc:sqlite::memory:";

    private final Path file;
    private Connection connection;

    private IndexFile(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Opens it, made if need be. */
    public static IndexFile open(Path file) {
        return new IndexFile(file, connect(file));
    }

    /** To ask it by. */
    public Connection connection() {
        return connection;
    }

    /** Starts over with empty tables. */
    public void renew(String reason) {
        LOG.warn("The index {} is made anew: {}", file, reason);
        close();
        connection = empty(file);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("closing {}", file, e);
        }
    }

    private static Connection connect(Path file) {
        if (!Files.exists(file)) {
            return empty(file);
        }
        try {
            Connection connection = DriverManager.getConnection(url(file));
            if (pragma(connection, "application_id") == APPLICATION
                    && pragma(connection, "user_version") == IndexSchema.VERSION) {
                prepare(connection);
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
                return connection;
            }
            connection.close();
            LOG.warn("The index {} has tables of another version or program and is made anew", file);
        } catch (SQLException | IOException e) {
            LOG.warn("The index {} cannot be read ({}) and is made anew", file, e.getMessage());
        }
        return empty(file);
    }

    private static Connection empty(Path file) {
        try {
            Path folder =
                    Files.createDirectories(file.toAbsolutePath().normalize().getParent());
            remove(file);
            removeUnused(folder);
            return made(DriverManager.getConnection(url(file)));
        } catch (SQLException | IOException e) {
            LOG.warn("The index {} cannot be written ({}); it is kept in memory and made anew each time", file, e);
            try {
                return made(DriverManager.getConnection(IN_MEMORY));
            } catch (SQLException none) {
                throw new IllegalStateException("SQLite cannot make a database in memory", none);
            }
        }
    }

    private static void remove(Path file) throws IOException {
        for (String companion : COMPANIONS) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + companion));
        }
    }

    private static void removeUnused(Path folder) {
        Instant oldest = Instant.now().minus(LONGEST_UNUSED);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path index :
                    files.filter(file -> file.toString().endsWith(ENDING)).toList()) {
                if (Files.getLastModifiedTime(index).toInstant().isBefore(oldest)) {
                    remove(index);
                }
            }
        } catch (IOException e) {
            LOG.debug("indexes that nobody uses stay in {}", folder, e);
        }
    }

    private static Connection made(Connection connection) throws SQLException {
        prepare(connection);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(IndexSchema.TABLES);
            statement.executeUpdate("PRAGMA user_version = " + IndexSchema.VERSION);
            statement.executeUpdate("PRAGMA application_id = " + APPLICATION);
        }
        return connection;
    }

    /** Losing the last changes in a power cut is harmless: stamps tell. */
    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA cache_size = -32000");
        }
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("PRAGMA " + name)) {
            return found.getInt(1);
        }
    }

    /** A transaction takes its lock when it begins: one that reads before it writes is refused while another writes. */
    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath() + "?busy_timeout=10000&transaction_mode=IMMEDIATE";
    }
}
