package peekbench.binding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import peekbench.problem.ConfigurationException;
import peekbench.problem.NearestName;
import peekbench.problem.Problem;

/** A YAML 1.2 document as nodes that know their file and line. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class YamlDocument {
    /** The key of the root that names another file, whose keys this one has too. */
    public static final String INCLUDE = Inclusion.KEY;

    private static final String SET_OPTION = "--set";
    private static final int MOST_BYTES = 1_000_000;

    private final Node root;

    private YamlDocument(Node root) {
        this.root = root;
    }

    Node root() {
        return root;
    }

    /**
     * Reads a file and those that it includes.
     *
     * @param own keys of the root that are never taken from an included file
     * @throws ConfigurationException when one is missing, cannot be read, is no YAML, or includes itself
     */
    public static YamlDocument read(Path file, Set<String> own) {
        return new YamlDocument(new Inclusion(own).resolve(file, text(file).root));
    }

    /** One file as it is written. */
    static YamlDocument text(Path file) {
        if (!Files.exists(file)) {
            throw new ConfigurationException(
                    "There is no file (" + file + ")." + NearestName.hint(file.toString(), neighbours(file)));
        }
        try {
            return parse(file.toString(), whole(file));
        } catch (CharacterCodingException e) {
            throw new ConfigurationException("The file (" + file + ") is not UTF-8 text. Save it as UTF-8.");
        } catch (IOException e) {
            throw new ConfigurationException("The file (" + file + ") cannot be read: " + e.getMessage()
                    + ". Check that it is a file you may read.");
        }
    }

    /** Read to just beyond the limit, so that a file of gigabytes, or one without an end, costs nothing. */
    private static String whole(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new ConfigurationException("The file (" + file + ") has more than " + MOST_BYTES / 1_000_000
                    + " MB, which no scenario needs. Is it the right file?");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static List<String> neighbours(Path file) {
        Optional<Path> folder = Optional.ofNullable(file.getParent());
        try (Stream<Path> files = Files.list(folder.orElse(Path.of("")))) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Reads text.
     *
     * @param label what locations are shown with, for example a file's name
     * @throws ConfigurationException when it is no YAML
     */
    public static YamlDocument parse(String label, String text) {
        return new YamlDocument(compose(label, text)
                .orElseThrow(
                        () -> new ConfigurationException(label + " is empty; write a mapping from keys to values.")));
    }

    private static Optional<Node> compose(String label, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(label)
                .setUseMarks(true)
                .setAllowDuplicateKeys(true)
                .build();
        try {
            YamlEvents.check(settings, text);
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            Mistakes mistakes = new Mistakes();
            String context =
                    Optional.ofNullable(e.getContext()).map(c -> c + ", ").orElse("");
            mistakes.add(e.getProblemMark(), "", "This is not YAML: " + context + e.getProblem() + ".");
            throw new ConfigurationException(mistakes.list());
        } catch (YamlEngineException e) {
            throw new ConfigurationException(label + " is not YAML: " + e.getMessage() + ".");
        }
    }

    /**
     * This document with a value replaced or added. Of a key that an axis varies, this is the one value that is left.
     *
     * @param assignment path and value as YAML: {@code defenses[1][0].weight=3}
     * @throws ConfigurationException when the text is no assignment, or the path leads through what is no mapping or list
     */
    public YamlDocument set(String assignment) {
        int equals = assignment.indexOf('=');
        String path = assignment.substring(0, Math.max(0, equals)).strip();
        Optional<NodePath> parsed = NodePath.parse(path);
        if (equals < 0 || path.isEmpty() || parsed.isEmpty()) {
            throw new ConfigurationException(SET_OPTION + " (" + assignment
                    + ") must be KEY=VALUE; the key is a path as in training.epochs=5 or defenses[1][0].weight=2.");
        }
        return replace(SET_OPTION, parsed.get(), assignment.substring(equals + 1));
    }

    /** This document with a list of one whole number at a key of the root. */
    public YamlDocument setOnly(String option, String key, long number) {
        return replace(option, new NodePath(List.of(new NodePath.Key(key))), "[" + number + "]");
    }

    private YamlDocument replace(String option, NodePath path, String yaml) {
        Node value = compose(option, yaml).orElseGet(() -> nothing(option));
        NodePath axis = new NodePath(List.of(new NodePath.Key(Axes.KEY), new NodePath.Key(path.text())));
        return axis.in(root).isPresent() ? with(axis, Nodes.sequence(List.of(value), value)) : with(path, value);
    }

    YamlDocument with(NodePath path, Node value) {
        return new YamlDocument(NodeEdit.replace(root, path, value));
    }

    YamlDocument without(String key) {
        return root instanceof MappingNode mapping
                ? new YamlDocument(Nodes.mapping(
                        mapping.getValue().stream()
                                .filter(entry -> !(entry.getKeyNode() instanceof ScalarNode name
                                        && name.getValue().equals(key)))
                                .toList(),
                        mapping))
                : this;
    }

    private static Node nothing(String label) {
        Optional<Mark> mark = Optional.of(new Mark(label, 0, 0, 0, new int[0], 0));
        return new ScalarNode(Tag.NULL, true, "", ScalarStyle.PLAIN, mark, mark);
    }

    /** Problems with the lines of this document that their paths lead to. */
    public List<Problem> locate(List<Problem> problems) {
        Mistakes mistakes = new Mistakes();
        for (Problem problem : problems) {
            Node at = NodePath.parse(problem.path())
                    .map(path -> path.nearest(root))
                    .orElse(root);
            mistakes.add(at, problem.path(), problem.message());
        }
        return mistakes.list();
    }

    /** Several assignments, one after the other; all that fail are reported. */
    public YamlDocument setAll(List<String> assignments) {
        YamlDocument document = this;
        List<Problem> problems = new ArrayList<>();
        for (String assignment : assignments) {
            try {
                document = document.set(assignment);
            } catch (ConfigurationException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return document;
    }
}
