package peekbench.ui.model.workspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peekbench.metric.Metric;
import peekbench.problem.ConfigurationException;
import peekbench.query.Facet;
import peekbench.query.FilterKeys;
import peekbench.query.filter.Filter;

/** The one filter: text, parts of it to be taken away, and what could be written next. */
public final class FilterModel {
    private static final int MOST_SUGGESTIONS = 12;

    private final FocusModel focus;
    private final ArmsModel arms;

    /**
     * @param focus holds the text
     * @param arms know the values that there are
     */
    public FilterModel(FocusModel focus, ArmsModel arms) {
        this.focus = focus;
        this.arms = arms;
    }

    /** Filters by a text; nothing happens when it is the same. */
    public void apply(String text) {
        focus.change(now -> now.filtered(text.strip()));
    }

    /** Lets all pass. */
    public void clear() {
        apply("");
    }

    /** The parts of the filter as they would be written alone; the text as one part when it cannot be read. */
    public List<String> tokens() {
        String text = focus.get().filter();
        try {
            return Filter.parse(text).conditions().stream()
                    .map(FilterModel::written)
                    .toList();
        } catch (ConfigurationException e) {
            return List.of(text);
        }
    }

    /** Takes one part away. */
    public void remove(int token) {
        List<String> left = new ArrayList<>(tokens());
        left.remove(token);
        apply(String.join(" ", left));
    }

    /** Takes the last part away. */
    public void removeLast() {
        if (!tokens().isEmpty()) {
            remove(tokens().size() - 1);
        }
    }

    /** Adds a part that asks for a value, or takes it away where it is there. */
    public void toggle(FilterKeys key, String value) {
        String part = written(new Filter.Condition(key.label(), Filter.Operator.EQUAL, value, false));
        List<String> parts = new ArrayList<>(tokens());
        if (!parts.remove(part)) {
            parts.add(part);
        }
        apply(String.join(" ", parts));
    }

    /** Whether the filter asks for a value. */
    public boolean asksFor(FilterKeys key, String value) {
        return tokens().contains(written(new Filter.Condition(key.label(), Filter.Operator.EQUAL, value, false)));
    }

    /**
     * How the word at the end of a text could go on: keys, or behind a key its values.
     *
     * @return whole texts, the old one with the word replaced
     */
    public List<String> completions(String text) {
        int start = text.lastIndexOf(' ') + 1;
        String before = text.substring(0, start);
        String word = text.substring(start).toLowerCase(Locale.ROOT);
        int colon = word.indexOf(':');
        Stream<String> words = colon < 0 ? keys(word) : values(word.substring(0, colon), word.substring(colon + 1));
        return words.filter(one -> !one.equals(word))
                .limit(MOST_SUGGESTIONS)
                .map(one -> before + one)
                .collect(Collectors.toList());
    }

    private static Stream<String> keys(String begun) {
        Stream<String> named = Arrays.stream(FilterKeys.values()).map(key -> key.label() + ":");
        Stream<String> metrics = Metric.labels().stream().map(label -> label + ">");
        return Stream.concat(named, metrics).filter(key -> key.startsWith(begun));
    }

    private Stream<String> values(String key, String begun) {
        return arms.facetsProperty().get().stream()
                .filter(facet -> facet.key().label().equals(key))
                .flatMap(facet -> facet.values().stream())
                .map(Facet.Value::text)
                .filter(value -> value.toLowerCase(Locale.ROOT).contains(begun.replace("\"", "")))
                .map(value -> key + ":" + quoted(value));
    }

    static String written(Filter.Condition condition) {
        String sign = condition.negated() ? "-" : "";
        return condition.key().isEmpty()
                ? sign + quoted(condition.value())
                : sign + condition.key() + condition.operator().sign() + quoted(condition.value());
    }

    private static String quoted(String value) {
        boolean plain = value.matches("[^\\s\"\\\\:=<>]+") && !value.startsWith("-");
        return plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
