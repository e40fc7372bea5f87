package peekbench.binding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;

/** Collects mistakes with the place that each was read from. */
final class Mistakes {
    private final List<Found> found = new ArrayList<>();

    private record Found(Optional<Mark> mark, Problem problem) {
        /** Options of the command line come first. */
        String file() {
            return mark.map(Mark::getName).orElse("");
        }

        int line() {
            return mark.map(Mark::getLine).orElse(-1);
        }
    }

    void add(Node node, String path, String message) {
        add(node.getStartMark(), path, message);
    }

    void add(Optional<Mark> mark, String path, String message) {
        found.add(new Found(mark, new Problem(mark.map(Mistakes::location).orElse(""), path, message)));
    }

    /** Adds those of a part of the document that was looked at alone. */
    void addAll(Mistakes part, String under) {
        part.found.forEach(one -> found.add(new Found(one.mark(), one.problem().under(under))));
    }

    /** {@code file:line}; a mark of an option of the command line is shown without the line. */
    private static String location(Mark mark) {
        return mark.getName().startsWith("--") ? mark.getName() : mark.getName() + ":" + (mark.getLine() + 1);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** All of them, from the top of the document to its end. */
    List<Problem> list() {
        return found.stream()
                .sorted(Comparator.comparing(Found::file).thenComparingInt(Found::line))
                .map(Found::problem)
                .distinct()
                .toList();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigurationException(list());
        }
    }
}
