package peekbench.binding;

import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import peekbench.problem.ConfigurationException;

/**
 * Makes a record from a YAML document, or reports every mistake in it.
 *
 * <p>A mapping becomes a record, its keys being the components in kebab-case. A choice is a mapping whose key {@code name}
 * selects the record; {@code iid} is short for {@code {name: iid}}. A component that is left out takes its {@link
 * peekbench.registry.Default}. Unknown and repeated keys are mistakes. What a record's constructor throws is reported at
 * the line of the key it complains of.
 */
public final class RecordBinder {
    private final TypeModel types;

    public RecordBinder(TypeModel types) {
        this.types = types;
    }

    /**
     * The record that the document describes.
     *
     * @param check consulted when the record itself cannot be made
     * @throws ConfigurationException with every mistake, in the order of lines
     */
    public <R extends Record> R bind(YamlDocument document, Class<R> type, PartialCheck check) {
        Mistakes mistakes = new Mistakes();
        Optional<Object> bound = new NodeBinding(document.root(), mistakes, check).root(types.ofRecord(type));
        mistakes.throwIfAny();
        return type.cast(bound.orElseThrow());
    }

    /** The record that a part of a document describes; nothing after its mistakes were noted. */
    <R extends Record> Optional<R> bind(Node part, String place, Class<R> type, Mistakes mistakes) {
        Mistakes within = new Mistakes();
        Optional<Object> bound = new NodeBinding(part, within, (parts, problems) -> {}).root(types.ofRecord(type));
        mistakes.addAll(within, place);
        return within.isEmpty() ? bound.map(type::cast) : Optional.empty();
    }
}
