package peekbench.binding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import peekbench.binding.ValueType.Field;
import peekbench.binding.ValueType.Form;
import peekbench.binding.ValueType.OneOf;
import peekbench.problem.NearestName;
import peekbench.problem.Problem;
import peekbench.problem.Problems;

/** One pass over a document. */
final class NodeBinding {
    private final Node root;
    private final Mistakes mistakes;
    private final PartialCheck check;

    NodeBinding(Node root, Mistakes mistakes, PartialCheck check) {
        this.root = root;
        this.mistakes = mistakes;
        this.check = check;
    }

    /** The document's outermost record. */
    Optional<Object> root(Form form) {
        return form(root, form, "", Set.of());
    }

    /** The value of a node; nothing after a mistake was noted. */
    Optional<Object> value(Node node, ValueType type, String path) {
        if (node.getTag().equals(Tag.NULL)) {
            if (type instanceof ValueType.Maybe) {
                return Optional.of(Optional.empty());
            }
            return wrong(node, path, "has no value; it must be " + type.expectation() + ".");
        }
        if (type instanceof ValueType.Maybe maybe) {
            return value(node, maybe.content(), path).map(Optional::of);
        }
        if (type instanceof ValueType.Sequence sequence) {
            return sequence(node, sequence, path);
        }
        if (type instanceof Form form) {
            return form(node, form, path, Set.of());
        }
        if (type instanceof OneOf choice) {
            return choice(node, choice, path);
        }
        return node instanceof ScalarNode scalar
                ? ScalarReader.read(scalar, type, message -> mistakes.add(node, path, message))
                : wrong(node, path, "is " + shown(node) + "; it must be " + type.expectation() + ".");
    }

    private Optional<Object> wrong(Node node, String path, String message) {
        mistakes.add(node, path, message);
        return Optional.empty();
    }

    private static String shown(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        return node instanceof SequenceNode ? "a list" : "a mapping";
    }

    private Optional<Object> sequence(Node node, ValueType.Sequence type, String path) {
        if (!(node instanceof SequenceNode list)) {
            String example = node instanceof ScalarNode scalar ? "[" + scalar.getValue() + "]" : "[a, b]";
            return wrong(node, path, "is " + shown(node) + "; it must be a list, as in " + example + ".");
        }
        List<Object> elements = new ArrayList<>();
        for (int place = 0; place < list.getValue().size(); place++) {
            value(list.getValue().get(place), type.element(), path + "[" + place + "]")
                    .ifPresent(elements::add);
        }
        return elements.size() == list.getValue().size() ? Optional.of(List.copyOf(elements)) : Optional.empty();
    }

    private Optional<Object> choice(Node node, OneOf type, String path) {
        Optional<Node> name = Optional.of(node);
        if (node instanceof MappingNode mapping) {
            name = NodePath.entry(mapping, type.key()).map(NodeTuple::getValueNode);
        }
        if (name.isEmpty()) {
            return wrong(
                    node,
                    under(path, type.key()),
                    "is missing; it chooses the " + type.kind() + ", " + type.expectation() + ".");
        }
        if (!(name.get() instanceof ScalarNode chosen)) {
            return wrong(
                    name.get(),
                    path,
                    "is " + shown(name.get()) + "; it must choose the " + type.kind() + ", as in {" + type.key() + ": "
                            + type.names().get(0) + "}.");
        }
        Optional<ValueType.Alternative> alternative = type.named(chosen.getValue());
        if (alternative.isEmpty()) {
            return wrong(
                    chosen,
                    node instanceof ScalarNode ? path : under(path, type.key()),
                    NearestName.noSuch(type.kind(), chosen.getValue(), type.names()));
        }
        return form(node, alternative.get().form(), path, Set.of(type.key()));
    }

    /** A record; a scalar stands for a choice without options. */
    Optional<Object> form(Node node, Form form, String path, Set<String> otherKeys) {
        boolean nameAlone = node instanceof ScalarNode && !otherKeys.isEmpty();
        if (!nameAlone && !(node instanceof MappingNode)) {
            return wrong(node, path, "is " + shown(node) + "; it must be " + form.expectation() + ".");
        }
        List<NodeTuple> entries = node instanceof MappingNode mapping ? mapping.getValue() : List.of();
        checkKeys(entries, form, path, otherKeys);
        Parts parts = new Parts();
        for (Field field : form.fields()) {
            field(node, field, path).ifPresent(value -> parts.put(field.key(), value));
        }
        Optional<Object> made = RecordMaker.make(form, parts, problem -> complain(problem.under(path)));
        if (path.isEmpty() && !form.keys().stream().allMatch(parts::has)) {
            Problems problems = new Problems();
            check.check(parts, problems);
            problems.list().forEach(this::complain);
        }
        return made;
    }

    private void complain(Problem problem) {
        Node at = NodePath.parse(problem.path()).map(path -> path.nearest(root)).orElse(root);
        mistakes.add(at, problem.path(), problem.message());
    }

    private void checkKeys(List<NodeTuple> entries, Form form, String path, Set<String> otherKeys) {
        List<String> known = new ArrayList<>(otherKeys);
        known.addAll(form.keys());
        Set<String> seen = new HashSet<>();
        for (NodeTuple entry : entries) {
            if (!(entry.getKeyNode() instanceof ScalarNode scalar)) {
                mistakes.add(entry.getKeyNode(), path, "has a key that is no text; keys are plain words.");
                continue;
            }
            String key = scalar.getValue();
            if (!known.contains(key)) {
                String keys = known.isEmpty() ? "there are none" : "the keys are " + String.join(", ", known);
                mistakes.add(
                        scalar, under(path, key), "is not a key here; " + keys + "." + NearestName.hint(key, known));
            } else if (!seen.add(key)) {
                mistakes.add(scalar, under(path, key), "is given twice; remove one of the two.");
            }
        }
    }

    private Optional<Object> field(Node node, Field field, String path) {
        String place = under(path, field.key());
        Optional<NodeTuple> entry =
                node instanceof MappingNode mapping ? NodePath.entry(mapping, field.key()) : Optional.empty();
        if (entry.isPresent()) {
            Optional<Object> value = value(entry.get().getValueNode(), field.type(), place);
            if (field.type() instanceof ValueType.KnownName known) {
                value.ifPresent(name -> checkName((String) name, known, (MappingNode) node, place));
            }
            return value;
        }
        if (field.defaultText().isPresent()) {
            return Optional.of(defaultValue(field, field.defaultText().get()));
        }
        if (field.type() instanceof ValueType.Maybe) {
            return Optional.of(Optional.empty());
        }
        String purpose = field.summary().map(text -> " (" + text + ")").orElse("");
        return wrong(node, place, "is missing; it must be " + field.type().expectation() + purpose + ".");
    }

    private void checkName(String name, ValueType.KnownName known, MappingNode beside, String path) {
        boolean allowed = known.unless().stream()
                .anyMatch(key -> NodePath.entry(beside, key).isPresent());
        if (!allowed && !known.names().contains(name)) {
            String own = known.unless().isEmpty()
                    ? ""
                    : " For a " + known.kind() + " of your own give " + String.join(" or ", known.unless())
                            + " as well.";
            complain(new Problem(path, NearestName.noSuch(known.kind(), name, known.names()) + own));
        }
    }

    static Object defaultValue(Field field, String text) {
        Node node = YamlDocument.parse("@Default of " + field.key(), text).root();
        Mistakes wrong = new Mistakes();
        Optional<Object> value = new NodeBinding(node, wrong, (parts, problems) -> {}).value(node, field.type(), "");
        return value.orElseThrow(() -> new IllegalStateException(
                "The default (" + text + ") of " + field.key() + " is wrong: " + wrong.list()));
    }

    private static String under(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
