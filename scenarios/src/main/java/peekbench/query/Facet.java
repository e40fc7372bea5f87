package peekbench.query;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A key of filters with the values that trials have.
 *
 * @param key what filters call it
 * @param values in natural order
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Facet(FilterKeys key, List<Value> values) {
    public Facet {
        values = List.copyOf(values);
    }

    /** One value, and how many trials have it. */
    public record Value(String text, int trials) {}
}
