package peekbench.problem;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * One configuration mistake.
 *
 * @param location the text it was read from, {@code quickstart.yaml:12} or {@code --set}; empty when it was not read
 * @param path where it is, from the record that found it: kebab-case keys joined by dots, list places in brackets, as
 *     in {@code defenses[1].weight}; empty for the record itself
 * @param message what is wrong, with the value found, what is allowed and a next step
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Problem(String location, String path, String message) {
    public Problem {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(message, "message");
    }

    /** A problem that was found in an object, wherever that came from. */
    public Problem(String path, String message) {
        this("", path, message);
    }

    /** This problem seen from an enclosing record that holds it at {@code prefix}. */
    public Problem under(String prefix) {
        if (prefix.isEmpty()) {
            return this;
        }
        if (path.isEmpty()) {
            return new Problem(location, prefix, message);
        }
        return new Problem(location, path.startsWith("[") ? prefix + path : prefix + "." + path, message);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!location.isEmpty()) {
            text.append(location).append(": ");
        }
        if (!path.isEmpty()) {
            text.append(path).append(": ");
        }
        return text.append(message).toString();
    }
}
