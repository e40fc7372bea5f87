package peekbench.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import peekbench.evaluation.Subject;
import peekbench.metric.Metric;
import peekbench.problem.ConfigurationException;
import peekbench.problem.NearestName;
import peekbench.query.filter.Filter;
import peekbench.query.index.EnumCode;
import peekbench.query.index.Names;
import peekbench.query.index.Sql;

/** A filter as a condition on the table {@code trial t}. */
final class FilterSql {
    private static final List<String> STATUS = List.of("completed", "failed", "unreadable");
    private static final String ATTACKS = Arrays.stream(Subject.Kind.values())
            .filter(kind -> kind == Subject.Kind.ATTACK
                    || kind == Subject.Kind.DURING_TRAINING
                    || kind == Subject.Kind.STRENGTH)
            .map(kind -> Integer.toString(EnumCode.of(kind)))
            .collect(Collectors.joining(", ", "(", ")"));

    private final Connection connection;

    FilterSql(Connection connection) {
        this.connection = connection;
    }

    /** @throws ConfigurationException when the filter names a key that there is not, or compares what cannot be compared */
    Sql of(Filter filter) throws SQLException {
        Sql all = Sql.of("1");
        List<Filter.Condition> left = new ArrayList<>(filter.conditions());
        while (!left.isEmpty()) {
            Filter.Condition first = left.remove(0);
            Sql one = Sql.of("(").then(of(first));
            for (Filter.Condition other : List.copyOf(left)) {
                if (first.isAlternativeOf(other)) {
                    left.remove(other);
                    one = one.then("OR").then(of(other));
                }
            }
            all = all.then("AND").then(one.then(")"));
        }
        return all;
    }

    private Sql of(Filter.Condition condition) throws SQLException {
        Sql sql = condition.key().isEmpty() ? words(condition.value()) : keyed(condition);
        return condition.negated() ? Sql.of("NOT COALESCE((").then(sql).then("), 0)") : sql;
    }

    private static Sql words(String text) {
        Sql names = names(new Filter.Condition("", Filter.Operator.CONTAINS, text, false));
        Sql any = plain("t.name", text);
        for (String column : List.of("scenario", "protocol", "cut", "arm", "folder")) {
            any = any.then("OR t." + column + " IN (").then(names).then(")");
        }
        return any;
    }

    private Sql keyed(Filter.Condition condition) throws SQLException {
        Optional<FilterKeys> known = FilterKeys.of(condition.key());
        if (known.isPresent()) {
            return known(condition, known.get());
        }
        Optional<Sql> metric = metric(condition);
        return metric.isPresent() ? metric.get() : setting(condition);
    }

    private static Sql known(Filter.Condition condition, FilterKeys key) {
        String column = "t." + key.column();
        return switch (key.kind()) {
            case NAME -> Sql.of(column + " IN (").then(names(condition)).then(")");
            case TEXT ->
                switch (condition.operator()) {
                    case CONTAINS -> plain(column, condition.value());
                    default -> Sql.of(column + " " + condition.operator().sign() + " ?", condition.value());
                };
            case NUMBER -> Sql.of(column + " " + sign(condition) + " ?", number(condition));
            case STATUS -> Sql.of(column + " " + sign(condition) + " ?", status(condition));
            case SCORED ->
                Sql.of("t.id IN (SELECT trial FROM score WHERE kind IN " + ATTACKS + " AND subject IN (")
                        .then(names(condition))
                        .then("))");
            case ATTACKED ->
                Sql.of("t.id IN (SELECT trial FROM attacker WHERE role IN (")
                        .then(names(condition))
                        .then("))");
            case PICTURED ->
                Sql.of("t.id IN (SELECT trial FROM picture_set WHERE attack IN (")
                        .then(names(condition))
                        .then("))");
        };
    }

    /** A figure of training, or the best that any attack got, on whichever records. */
    private Optional<Sql> metric(Filter.Condition condition) throws SQLException {
        List<Long> scored = Sql.of("SELECT id FROM metric WHERE lower(label) = ?", condition.key())
                .list(connection, row -> row.getLong(1));
        boolean ours = Metric.ofOurs(condition.key()).isPresent();
        if (scored.isEmpty() && !ours) {
            return Optional.empty();
        }
        String comparison = " AND value " + sign(condition) + " ?";
        double value = number(condition);
        String numbers = scored.stream().map(id -> Long.toString(id)).collect(Collectors.joining(", "));
        return Optional.of(Sql.of(
                "(t.id IN (SELECT trial FROM figure WHERE metric = ?" + comparison + ")"
                        + " OR t.id IN (SELECT trial FROM score WHERE metric IN (" + numbers + ") AND kind IN ("
                        + EnumCode.of(Subject.Kind.ATTACK) + ", " + EnumCode.of(Subject.Kind.MEASUREMENT) + ")"
                        + comparison + "))",
                condition.key(),
                value,
                value));
    }

    private Sql setting(Filter.Condition condition) throws SQLException {
        List<String> all = Sql.of("SELECT DISTINCT n.text FROM setting s JOIN name n ON n.id = s.name")
                .list(connection, row -> row.getString(1));
        List<String> exact = all.stream()
                .filter(key -> key.equalsIgnoreCase(condition.key()))
                .toList();
        List<String> meant = exact.isEmpty()
                ? all.stream()
                        .filter(key -> key.toLowerCase(Locale.ROOT).endsWith("." + condition.key()))
                        .toList()
                : exact;
        if (meant.isEmpty()) {
            throw unknown(condition.key(), all);
        }
        Sql keys = Sql.of(
                "SELECT id FROM name WHERE text IN ("
                        + meant.stream().map(key -> "?").collect(Collectors.joining(", ")) + ")",
                meant.toArray());
        OptionalDouble number = parsed(condition.value());
        Sql value = number.isPresent()
                ? Sql.of("number " + sign(condition) + " ?", number.getAsDouble())
                : Sql.of("value IN (").then(names(condition)).then(")");
        if (number.isEmpty() && condition.operator().isOrder()) {
            throw noNumber(condition);
        }
        return Sql.of("t.settings IN (SELECT settings FROM setting WHERE name IN (")
                .then(keys)
                .then(") AND")
                .then(value)
                .then(")");
    }

    private static ConfigurationException unknown(String key, List<String> settings) {
        TreeSet<String> candidates = new TreeSet<>(settings);
        Arrays.stream(FilterKeys.values()).map(FilterKeys::label).forEach(candidates::add);
        candidates.addAll(Metric.labels());
        settings.forEach(setting -> candidates.add(setting.substring(setting.lastIndexOf('.') + 1)));
        return new ConfigurationException("The filter asks for (" + key + "), which no trial here has. There are "
                + Arrays.stream(FilterKeys.values()).map(FilterKeys::label).collect(Collectors.joining(", "))
                + ", every metric and every setting, as training.epochs." + NearestName.hint(key, candidates));
    }

    /** The numbers of the names that a condition means. */
    private static Sql names(Filter.Condition condition) {
        return switch (condition.operator()) {
            case CONTAINS ->
                Sql.of("SELECT id FROM name WHERE plain LIKE ? ESCAPE '\\'", like(Names.plain(condition.value())));
            case EQUAL -> Sql.of("SELECT id FROM name WHERE text = ?", condition.value());
            default -> throw noNumber(condition);
        };
    }

    private static Sql plain(String column, String text) {
        return Sql.of(
                "replace(replace(lower(" + column + "), '-', ' '), '_', ' ') LIKE ? ESCAPE '\\'",
                like(Names.plain(text)));
    }

    private static String like(String text) {
        return "%" + text.replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }

    private static String sign(Filter.Condition condition) {
        return condition.operator() == Filter.Operator.CONTAINS
                ? "="
                : condition.operator().sign();
    }

    private static int status(Filter.Condition condition) {
        int status = STATUS.indexOf(condition.value().toLowerCase(Locale.ROOT));
        if (status < 0 || condition.operator().isOrder()) {
            throw new ConfigurationException("The filter asks for status"
                    + condition.operator().sign()
                    + condition.value() + "; a status is one of " + String.join(", ", STATUS) + ", as status:failed."
                    + NearestName.hint(condition.value(), STATUS));
        }
        return status;
    }

    private static double number(Filter.Condition condition) {
        return parsed(condition.value())
                .orElseThrow(() -> new ConfigurationException("The filter compares " + condition.key() + " with ("
                        + condition.value() + "), which is no number. Write it as: " + condition.key()
                        + condition.operator().sign() + "0.7"));
    }

    private static ConfigurationException noNumber(Filter.Condition condition) {
        return new ConfigurationException("The filter compares " + condition.key() + " by ("
                + condition.operator().sign() + ") with (" + condition.value()
                + "); only numbers and dates have an order. Write it as: " + condition.key() + ":"
                + condition.value());
    }

    private static OptionalDouble parsed(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
