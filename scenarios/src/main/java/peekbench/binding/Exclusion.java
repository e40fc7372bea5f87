package peekbench.binding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import peekbench.problem.NearestName;

/**
 * Combinations of values that are left out.
 *
 * @param values what a combination must have of all of them to be left out
 * @param reason as the end of a sentence
 */
record Exclusion(List<AxisValue> values, String reason) {
    private static final String REASON = "reason";

    Exclusion {
        values = List.copyOf(values);
    }

    boolean matches(List<AxisValue> combination) {
        return combination.containsAll(values);
    }

    /** What an entry of the exclusions describes; nothing after a mistake was noted, or when a value is not looked at any more. */
    static Optional<Exclusion> read(Node node, String place, List<Axis> axes, Mistakes mistakes) {
        if (!(node instanceof MappingNode entry) || entry.getValue().isEmpty()) {
            mistakes.add(
                    node,
                    place,
                    "must be a mapping from keys of axes to values, as in {model: alexnet, training.epochs: 5, reason:"
                            + " takes too long}.");
            return Optional.empty();
        }
        List<AxisValue> values = new ArrayList<>();
        String reason = place + " of the scenario says so";
        boolean right = true;
        for (NodeTuple part : entry.getValue()) {
            String key = NodeText.of(part.getKeyNode());
            if (part.getKeyNode() instanceof ScalarNode scalar) {
                key = scalar.getValue();
            }
            if (key.equals(REASON) && part.getValueNode() instanceof ScalarNode text) {
                reason = text.getValue();
            } else {
                Optional<AxisValue> value = value(key, part, place, axes, mistakes);
                value.ifPresent(values::add);
                right &= value.isPresent();
            }
        }
        if (right && values.isEmpty()) {
            mistakes.add(node, place, "has a reason only; name a key of axes and its value as well.");
        }
        return right && !values.isEmpty() ? Optional.of(new Exclusion(values, reason)) : Optional.empty();
    }

    private static Optional<AxisValue> value(
            String key, NodeTuple part, String place, List<Axis> axes, Mistakes mistakes) {
        List<String> keys = axes.stream().map(Axis::key).toList();
        Optional<Axis> axis =
                axes.stream().filter(known -> known.key().equals(key)).findFirst();
        if (axis.isEmpty()) {
            mistakes.add(
                    part.getKeyNode(),
                    place + "." + key,
                    "is no axis; the axes are " + String.join(", ", keys) + "." + NearestName.hint(key, keys));
            return Optional.empty();
        }
        Optional<String> value = axis.get().texts().stream()
                .filter(text -> same(text, NodeText.of(part.getValueNode())))
                .findFirst();
        if (value.isEmpty() && !axis.get().fixed()) {
            mistakes.add(
                    part.getValueNode(),
                    place + "." + key,
                    "is " + NodeText.of(part.getValueNode()) + ", which the axis does not have; its values are "
                            + axis.get().texts().stream().collect(Collectors.joining(", ")) + ".");
        }
        return value.map(text -> new AxisValue(key, text));
    }

    private static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
