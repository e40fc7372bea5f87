package peekbench.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;

/**
 * A document whose key {@code axes} varies other keys, taken apart into one document a combination of values:
 *
 * <pre>{@code
 * axes:
 *   model: [lenet5, alexnet]
 *   training.optimizer.learning-rate: {from: 0.001, to: 0.1, steps: 3, scale: log}
 *   exclude:
 *     - {model: alexnet, training.optimizer.learning-rate: 0.1, reason: it diverges}
 * }</pre>
 *
 * <p>The last axis varies fastest. A document without the key is its own only combination.
 *
 * @param combinations those that are not left out
 * @param excluded those that are
 * @param mistakes in the axes, with lines; what they hold otherwise is in the combinations
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Axes(List<Combination> combinations, List<Excluded> excluded, List<Problem> mistakes) {
    /** The key of the root that holds the axes. */
    public static final String KEY = "axes";

    private static final String EXCLUDE = "exclude";
    private static final int MOST = 10_000;

    /**
     * A combination of values.
     *
     * @param document without axes and with the values in their places
     */
    public record Combination(YamlDocument document, List<AxisValue> values) {
        public Combination {
            values = List.copyOf(values);
        }
    }

    /**
     * A combination that is left out.
     *
     * @param reason as the end of a sentence
     */
    public record Excluded(List<AxisValue> values, String reason) {
        public Excluded {
            values = List.copyOf(values);
        }
    }

    public Axes {
        combinations = List.copyOf(combinations);
        excluded = List.copyOf(excluded);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * Takes a document apart.
     *
     * @param unvaried keys of the root that no axis may vary
     */
    public static Axes of(YamlDocument document, Set<String> unvaried) {
        Optional<NodeTuple> written =
                document.root() instanceof MappingNode root ? NodePath.entry(root, KEY) : Optional.empty();
        if (written.isEmpty()) {
            return new Axes(List.of(new Combination(document, List.of())), List.of(), List.of());
        }
        Reading reading = new Reading(document.without(KEY), unvaried);
        ((MappingNode) document.root())
                .getValue().stream()
                        .filter(entry -> entry != written.get()
                                && entry.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(KEY))
                        .forEach(entry -> reading.mistakes.add(
                                entry.getKeyNode(), KEY, "is given twice; remove one of the two."));
        return reading.read(written.get().getValueNode());
    }

    /** One pass over the axes of a document. */
    private static final class Reading {
        private final YamlDocument rest;
        private final Set<String> unvaried;
        private final Mistakes mistakes = new Mistakes();
        private final List<Combination> combinations = new ArrayList<>();
        private final List<Excluded> excluded = new ArrayList<>();

        Reading(YamlDocument rest, Set<String> unvaried) {
            this.rest = rest;
            this.unvaried = unvaried;
        }

        Axes read(Node node) {
            if (node instanceof MappingNode mapping) {
                List<Axis> axes = axes(mapping);
                List<Exclusion> exclusions = exclusions(mapping, axes);
                long size = axes.stream()
                        .mapToLong(axis -> axis.values().size())
                        .reduce(1, (left, right) -> Math.min(left * right, Integer.MAX_VALUE));
                if (size > MOST) {
                    mistakes.add(
                            node,
                            KEY,
                            "have " + size + " combinations; at most " + MOST
                                    + " are allowed. Vary fewer keys at once, or in larger steps.");
                } else {
                    combine(rest, axes, List.of(), exclusions);
                }
            } else {
                mistakes.add(
                        node,
                        KEY,
                        "must be a mapping from keys of the file to lists or ranges, as in training.epochs: [1, 2, 5].");
            }
            if (mistakes.isEmpty() && combinations.isEmpty()) {
                mistakes.add(node, KEY, "leave no combination: " + KEY + "." + EXCLUDE + " matches all of them.");
            }
            return new Axes(combinations, excluded, mistakes.list());
        }

        private List<Axis> axes(MappingNode mapping) {
            List<Axis> axes = new ArrayList<>();
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(EXCLUDE)) {
                    continue;
                }
                Axis.read(entry, unvaried, mistakes).ifPresent(axis -> {
                    Optional<Axis> lost =
                            axes.stream().filter(earlier -> earlier.under(axis)).findFirst();
                    lost.ifPresent(earlier -> mistakes.add(
                            entry.getKeyNode(),
                            KEY + "." + axis.key(),
                            earlier.key().equals(axis.key())
                                    ? "is given twice; remove one of the two."
                                    : "replaces what " + earlier.key() + ", an axis above it, has set. Put it above."));
                    if (lost.isEmpty()) {
                        axes.add(axis);
                    }
                });
            }
            return axes;
        }

        private List<Exclusion> exclusions(MappingNode mapping, List<Axis> axes) {
            Optional<Node> written = NodePath.entry(mapping, EXCLUDE).map(NodeTuple::getValueNode);
            List<Exclusion> exclusions = new ArrayList<>();
            String place = KEY + "." + EXCLUDE;
            if (written.isPresent() && written.get() instanceof SequenceNode list) {
                for (int entry = 0; entry < list.getValue().size(); entry++) {
                    Exclusion.read(list.getValue().get(entry), place + "[" + entry + "]", axes, mistakes)
                            .ifPresent(exclusions::add);
                }
            } else {
                written.ifPresent(node -> mistakes.add(
                        node,
                        place,
                        "must be a list of mappings from keys of axes to values, as in [{model: alexnet}]."));
            }
            return exclusions;
        }

        private void combine(
                YamlDocument document, List<Axis> axes, List<AxisValue> values, List<Exclusion> exclusions) {
            if (values.size() == axes.size()) {
                exclusions.stream()
                        .filter(exclusion -> exclusion.matches(values))
                        .findFirst()
                        .ifPresentOrElse(
                                exclusion -> excluded.add(new Excluded(values, exclusion.reason())),
                                () -> combinations.add(new Combination(document, values)));
                return;
            }
            Axis axis = axes.get(values.size());
            for (Node value : axis.values()) {
                List<AxisValue> longer = new ArrayList<>(values);
                longer.add(new AxisValue(axis.key(), NodeText.of(value)));
                try {
                    combine(document.with(axis.path(), value), axes, longer, exclusions);
                } catch (ConfigurationException e) {
                    e.problems().forEach(problem -> mistakes.add(value, KEY + "." + axis.key(), problem.message()));
                    return;
                }
            }
        }
    }
}
