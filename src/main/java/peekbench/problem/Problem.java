package peekbench.problem;

import java.util.Objects;

/**
 * One configuration mistake.
 *
 * @param path where it is, from the record that found it: kebab-case keys joined by dots, list places in brackets, as
 *     in {@code defenses[1].weight}; empty for the record itself
 * @param message what is wrong, with the value found, what is allowed and a next step
 */
public record Problem(String path, String message) {
    public Problem {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(message, "message");
    }

    /** This problem seen from an enclosing record that holds it at {@code prefix}. */
    public Problem under(String prefix) {
        if (path.isEmpty()) {
            return new Problem(prefix, message);
        }
        return new Problem(path.startsWith("[") ? prefix + path : prefix + "." + path, message);
    }

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
