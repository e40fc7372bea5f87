package peekbench.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Collects the mistakes of one record, so that all of them are reported at once. A compact constructor fills one and
 * ends with {@link #throwIfAny()}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(String path, String message) {
        found.add(new Problem(path, message));
    }

    /** Takes over the mistakes of a part that is held at {@code prefix}. */
    public void addAll(String prefix, Collection<Problem> problems) {
        problems.forEach(problem -> found.add(prefix.isEmpty() ? problem : problem.under(prefix)));
    }

    /** {@code value} must be a whole number of at least {@code minimum}. */
    public void atLeast(String path, long value, long minimum) {
        if (value < minimum) {
            add(path, "is " + value + "; it must be at least " + minimum + ".");
        }
    }

    /** {@code value} must be finite and greater than zero. */
    public void positive(String path, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            add(path, "is " + value + "; it must be a finite number greater than 0.");
        }
    }

    /** {@code value} must be finite and zero or greater. */
    public void nonNegative(String path, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            add(path, "is " + value + "; it must be a finite number of at least 0.");
        }
    }

    /** {@code value} must lie in {@code [low, high]}. */
    public void inRange(String path, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            add(path, "is " + value + "; it must lie between " + low + " and " + high + ".");
        }
    }

    /** {@code value} must lie in {@code [0, 1)}. */
    public void belowOne(String path, double value) {
        if (!(value >= 0 && value < 1)) {
            add(path, "is " + value + "; it must be at least 0 and less than 1.");
        }
    }

    /** {@code value} must be one of {@code allowed}; the message lists them and names the nearest. */
    public void oneOf(String path, String value, Collection<String> allowed) {
        if (!allowed.contains(value)) {
            add(
                    path,
                    "is " + value + "; it must be one of " + String.join(", ", allowed) + "."
                            + NearestName.hint(value, allowed));
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Problem> list() {
        return List.copyOf(found);
    }

    /**
     * Ends the check.
     *
     * @throws ConfigurationException with every mistake, when there is any
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigurationException(found);
        }
    }
}
