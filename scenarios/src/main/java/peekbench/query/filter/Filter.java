package peekbench.query.filter;

import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Which trials are meant: {@code scenario:matrix protocol:"vanilla split" arm:nopeek status:failed seed:1 accuracy>0.7}.
 *
 * <p>{@code key:text} holds where the value contains the text, whatever its case and with hyphens for blanks; of a number,
 * where it is that number. {@code key=text} asks for the whole value, {@code < <= > >=} compare numbers and dates, a hyphen
 * before a part turns it round. Several {@code :} or {@code =} of one key are alternatives; all else must hold together. A
 * word without a key is looked for in ids and labels. Keys are those of {@code FilterKeys}, metrics, and all settings.
 *
 * @param conditions in the order in which they were written; none lets all trials pass
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Filter(List<Condition> conditions) {
    /** Lets all trials pass. */
    public static final Filter ALL = new Filter(List.of());

    /** How a value is compared. */
    public enum Operator {
        CONTAINS(":"),
        EQUAL("="),
        AT_LEAST(">="),
        AT_MOST("<="),
        ABOVE(">"),
        BELOW("<");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** As it is written. */
        public String sign() {
            return sign;
        }

        /** Whether it asks for more or less. */
        public boolean isOrder() {
            return this != CONTAINS && this != EQUAL;
        }
    }

    /**
     * One part.
     *
     * @param key what to look at; empty for ids and labels
     * @param operator how to compare
     * @param value what to compare with
     * @param negated whether it must not hold
     */
    public record Condition(String key, Operator operator, String value, boolean negated) {
        /** Whether one of the two is enough. */
        public boolean isAlternativeOf(Condition other) {
            return !negated
                    && !other.negated
                    && !key.isEmpty()
                    && key.equals(other.key)
                    && !operator.isOrder()
                    && !other.operator.isOrder();
        }
    }

    public Filter {
        conditions = List.copyOf(conditions);
    }

    /**
     * Reads a filter. Whether there are such keys is said when it is used, since settings differ between workspaces.
     *
     * @throws peekbench.problem.ConfigurationException when a quote is not closed, or a key, a value or an operator is missing
     */
    public static Filter parse(String text) {
        return new FilterParser(text).parse();
    }

    /** This and what another asks for. */
    public Filter and(Condition condition) {
        return new Filter(
                Stream.concat(conditions.stream(), Stream.of(condition)).toList());
    }
}
