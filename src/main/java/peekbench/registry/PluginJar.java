package peekbench.registry;

/**
 * The jar that a plug-in came in.
 *
 * @param file where it was found
 * @param sha256 of the whole file, in hexadecimal
 */
public record PluginJar(String file, String sha256) {}
