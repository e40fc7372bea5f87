package peekbench.query.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import peekbench.metric.Metric;
import peekbench.report.estimate.NaturalOrder;
import peekbench.result.file.Json;

/** The numbers of names, metrics and documents while an index is being written. For one transaction. */
public final class Names {
    private final Connection connection;
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, Long> documents = new HashMap<>();
    private final Map<String, Long> metrics = new HashMap<>();
    private final Map<Metric, Long> byMetric = new HashMap<>();
    private boolean more;

    Names(Connection connection) throws SQLException {
        this.connection = connection;
        Sql.of("SELECT id, text FROM name").list(connection, row -> numbers.put(row.getString(2), row.getLong(1)));
        Sql.of("SELECT id, sha FROM document").list(connection, row -> documents.put(row.getString(2), row.getLong(1)));
        Sql.of("SELECT id, json FROM metric").list(connection, row -> metrics.put(row.getString(2), row.getLong(1)));
    }

    long number(String text) throws SQLException {
        Long known = numbers.get(text);
        if (known != null) {
            return known;
        }
        long number = numbers.size() + 1L;
        Sql.of("INSERT INTO name (id, text, plain) VALUES (?, ?, ?)", number, text, plain(text))
                .run(connection);
        numbers.put(text, number);
        more = true;
        return number;
    }

    long metric(Metric metric) throws SQLException {
        Long known = byMetric.get(metric);
        if (known != null) {
            return known;
        }
        String json = Json.tree(metric).toString();
        long number = metrics.getOrDefault(json, metrics.size() + 1L);
        if (!metrics.containsKey(json)) {
            Sql.of("INSERT INTO metric VALUES (?, ?, ?)", number, metric.label(), json)
                    .run(connection);
            metrics.put(json, number);
        }
        byMetric.put(metric, number);
        return number;
    }

    /** The number of a document. */
    long document(String json) throws SQLException {
        String sha = sha256(json);
        Long known = documents.get(sha);
        if (known != null) {
            return known;
        }
        long number = documents.size() + 1L;
        Sql.of("INSERT INTO document VALUES (?, ?, ?)", number, sha, json).run(connection);
        documents.put(sha, number);
        return number;
    }

    boolean hasDocument(String json) {
        return documents.containsKey(sha256(json));
    }

    /** Ranks all names as people order them, when some are new; names that differ in nothing people see share a rank. */
    void rank() throws SQLException {
        if (!more) {
            return;
        }
        Comparator<String> order = new NaturalOrder();
        List<String> sorted = numbers.keySet().stream().sorted(order).toList();
        try (var update = connection.prepareStatement("UPDATE name SET place = ? WHERE id = ?")) {
            int place = 0;
            for (int i = 0; i < sorted.size(); i++) {
                if (i > 0 && order.compare(sorted.get(i - 1), sorted.get(i)) != 0) {
                    place = i;
                }
                update.setInt(1, place);
                update.setLong(2, numbers.getOrDefault(sorted.get(i), 0L));
                update.addBatch();
            }
            update.executeBatch();
        }
        more = false;
    }

    /** What filters compare: lower case, with a blank for each run of blanks, hyphens and underscores. */
    public static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
    }

    /** In hexadecimal. */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java machine has SHA-256", e);
        }
    }
}
