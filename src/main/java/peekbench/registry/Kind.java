package peekbench.registry;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A kind of things that scenarios can name.
 *
 * @param name in the singular, for messages: {@code data set}
 * @param provider what offers one
 * @param reserved names that nothing from elsewhere may have, besides those that are registered
 * @param <P> what offers one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Kind<P extends Provider>(String name, Class<P> provider, List<String> reserved) {
    public Kind {
        reserved = List.copyOf(reserved);
    }

    /** Without reserved names. */
    public Kind(String name, Class<P> provider) {
        this(name, provider, List.of());
    }

    /** With its article: {@code an attack}. */
    public String inWords() {
        return ("aeiou".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }

    /** One word in the plural, for the command line: {@code datasets}. */
    public String plural() {
        return name.replace(" ", "") + "s";
    }
}
