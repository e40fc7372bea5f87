package peekbench.registry;

/**
 * What `peekbench list` shows of an entry, and the record a scenario writes to choose it.
 *
 * @param name the entry's name in scenarios, kebab-case
 * @param summary one sentence
 * @param options the record of the entry's options; it checks itself, and its first annotation {@link Paper} names the
 *     source
 * @param <T> the kind of options that the registry holds
 */
public record Catalogued<T>(String name, String summary, Class<? extends T> options) {}
