package peekbench.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apiguardian.api.API;
import peekbench.problem.ConfigurationException;
import peekbench.problem.NearestName;

/**
 * All entries of one kind, sorted by name. Immutable.
 *
 * @param kind what they are
 * @param entries each of another name
 * @param <P> what offers one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Registry<P extends Provider>(Kind<P> kind, List<Entry<P>> entries) {
    /** @throws IllegalArgumentException when two entries have one name */
    public Registry {
        entries = entries.stream().sorted(Comparator.comparing(Entry::name)).toList();
        for (int place = 1; place < entries.size(); place++) {
            if (entries.get(place).name().equals(entries.get(place - 1).name())) {
                throw new IllegalArgumentException(entries.get(place - 1).provider() + " and "
                        + entries.get(place).provider() + " both offer the " + kind.name() + " ("
                        + entries.get(place).name() + ")");
            }
        }
    }

    /** What comes with the program. */
    public static <P extends Provider> Registry<P> builtIn(Kind<P> kind) {
        return new Registry<>(
                kind,
                ServiceLoader.load(kind.provider(), Registry.class.getClassLoader()).stream()
                        .map(found -> new Entry<>(found.get(), Optional.empty()))
                        .toList());
    }

    /** What offers them, sorted by name. */
    public List<P> providers() {
        return entries.stream().map(Entry::provider).toList();
    }

    public List<String> names() {
        return entries.stream().map(Entry::name).toList();
    }

    public Optional<Entry<P>> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /**
     * The entry of that name.
     *
     * @throws ConfigurationException listing the names, when there is none
     */
    public Entry<P> get(String name) {
        return find(name).orElseThrow(() -> new ConfigurationException(NearestName.noSuch(kind.name(), name, names())));
    }
}
