package peekbench.registry;

/**
 * A kind of things that scenarios can name.
 *
 * @param name in the singular, for messages: {@code data set}
 * @param provider what offers one
 * @param <P> what offers one
 */
public record Kind<P extends Provider>(String name, Class<P> provider) {
    /** With its article: {@code an attack}. */
    public String inWords() {
        return ("aeiou".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }

    /** One word in the plural, for the command line: {@code datasets}. */
    public String plural() {
        return name.replace(" ", "") + "s";
    }
}
