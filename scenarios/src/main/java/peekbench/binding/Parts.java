package peekbench.binding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Components of a record that could be read, by key. When some could not, the record cannot be made; what its other
 * components tell can still be checked.
 */
public final class Parts {
    private final Map<String, Object> values = new LinkedHashMap<>();

    void put(String key, Object value) {
        values.put(key, value);
    }

    /** Adds a component, for a record that checks itself by the rules for its parts. */
    public Parts with(String key, Object value) {
        put(key, value);
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The component of that key, which {@linkplain #has could be read}. */
    Object value(String key) {
        return get(key, Object.class)
                .orElseThrow(() -> new IllegalArgumentException("The component (" + key + ") could not be read."));
    }

    /**
     * The component of that key, when it could be read.
     *
     * @throws ClassCastException when it has another type
     */
    public <T> Optional<T> get(String key, Class<T> type) {
        return Optional.ofNullable(values.get(key)).map(type::cast);
    }

    /**
     * The list of that key, when it could be read.
     *
     * @throws ClassCastException when an element has another type
     */
    public <T> Optional<List<T>> list(String key, Class<T> element) {
        return get(key, List.class)
                .map(list -> ((List<?>) list).stream().map(element::cast).toList());
    }
}
