package peekbench.registry;

import java.util.List;
import java.util.Optional;
import peekbench.problem.ConfigurationException;
import peekbench.problem.NearestName;

/**
 * All entries of one kind, in the order in which they are listed. Immutable.
 *
 * @param kind the kind in the singular, for messages: {@code attack}
 * @param <T> the options interface of the kind
 */
public record Registry<T>(String kind, List<Catalogued<? extends T>> entries) {
    public Registry {
        entries = List.copyOf(entries);
    }

    public List<String> names() {
        return entries.stream().<String>map(Catalogued::name).toList();
    }

    public Optional<Catalogued<? extends T>> find(String name) {
        for (Catalogued<? extends T> entry : entries) {
            if (entry.name().equals(name)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /**
     * The entry of that name.
     *
     * @throws ConfigurationException listing the names, when there is none
     */
    public Catalogued<? extends T> get(String name) {
        return find(name)
                .orElseThrow(() -> new ConfigurationException("There is no " + kind + " (" + name + "); there are "
                        + String.join(", ", names()) + "." + NearestName.hint(name, names())));
    }
}
