package peekbench.binding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import peekbench.problem.ConfigurationException;

/**
 * Files that include others: {@code include: base.yaml}, relative to the file that says so. What stands beside replaces what the
 * included file has: mappings key by key, anything else whole. A mapping that chooses by {@code name} something else than the included
 * one replaces it whole, since its other keys are those of another thing, and so does what an axis takes.
 */
final class Inclusion {
    /** The key of the root that names the included file. */
    static final String KEY = "include";

    private static final String CHOSEN_BY = "name";
    private static final int DEEPEST = 10;

    private final Set<String> own;

    /** @param own keys of the root that are never taken from an included file */
    Inclusion(Set<String> own) {
        this.own = Set.copyOf(own);
    }

    /** @throws ConfigurationException when an included file cannot be read, or includes itself by whatever detour */
    Node resolve(Path file, Node root) {
        return resolve(root, List.of(file));
    }

    private Node resolve(Node root, List<Path> chain) {
        Optional<NodeTuple> written =
                root instanceof MappingNode mapping ? NodePath.entry(mapping, KEY) : Optional.empty();
        if (written.isEmpty()) {
            return root;
        }
        Node value = written.get().getValueNode();
        if (!(value instanceof ScalarNode name) || name.getValue().isBlank()) {
            throw mistake(value, "must be the path of one file, relative to this one, as in include: base.yaml.");
        }
        Path file = chain.get(chain.size() - 1).resolveSibling(name.getValue()).normalize();
        List<Path> longer = new ArrayList<>(chain);
        longer.add(file);
        check(value, chain, longer);
        Node included = resolve(YamlDocument.text(file).root(), longer);
        if (!(included instanceof MappingNode base)) {
            throw mistake(value, "is " + file + ", which is no mapping from keys to values. Include a scenario.");
        }
        List<NodeTuple> inherited = base.getValue().stream()
                .filter(entry -> !own.contains(key(entry)))
                .toList();
        List<NodeTuple> beside = ((MappingNode) root)
                .getValue().stream().filter(entry -> !key(entry).equals(KEY)).toList();
        return Nodes.mapping(merged(inherited, beside, ""), root);
    }

    private static void check(Node at, List<Path> chain, List<Path> longer) {
        Path file = longer.get(longer.size() - 1);
        String text = longer.stream().map(Path::toString).collect(Collectors.joining(" includes "));
        if (!Files.isRegularFile(file)) {
            throw mistake(
                    at,
                    "is " + file + ", but there is no such file. The path is relative to the file that includes it.");
        }
        if (chain.stream().anyMatch(earlier -> same(earlier, file))) {
            throw mistake(at, "goes round in a circle: " + text + ". Remove one of these.");
        }
        if (chain.size() >= DEEPEST) {
            throw mistake(
                    at, "goes deeper than " + DEEPEST + " files: " + text + ". Include a file nearer to the last.");
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.exists(one) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return one.equals(other);
        }
    }

    private static ConfigurationException mistake(Node at, String message) {
        Mistakes mistakes = new Mistakes();
        mistakes.add(at, KEY, message);
        return new ConfigurationException(mistakes.list());
    }

    private static String key(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static List<NodeTuple> merged(List<NodeTuple> base, List<NodeTuple> beside, String path) {
        List<NodeTuple> entries = new ArrayList<>(base);
        for (NodeTuple entry : beside) {
            Optional<NodeTuple> old =
                    base.stream().filter(known -> key(known).equals(key(entry))).findFirst();
            old.ifPresentOrElse(
                    known -> entries.set(
                            entries.indexOf(known),
                            new NodeTuple(
                                    entry.getKeyNode(),
                                    merged(
                                            known.getValueNode(),
                                            entry.getValueNode(),
                                            path.isEmpty() ? key(entry) : path + "." + key(entry)))),
                    () -> entries.add(entry));
        }
        return entries;
    }

    private static Node merged(Node base, Node beside, String path) {
        boolean ofAxis = path.startsWith(Axes.KEY + ".");
        if (base instanceof MappingNode left
                && beside instanceof MappingNode right
                && !ofAxis
                && !chooseDifferently(left, right)) {
            return Nodes.mapping(merged(left.getValue(), right.getValue(), path), right);
        }
        return beside;
    }

    private static boolean chooseDifferently(MappingNode base, MappingNode beside) {
        Optional<String> chosen = NodePath.entry(beside, CHOSEN_BY).map(entry -> NodeText.of(entry.getValueNode()));
        return chosen.isPresent()
                && !chosen.equals(NodePath.entry(base, CHOSEN_BY).map(entry -> NodeText.of(entry.getValueNode())));
    }
}
