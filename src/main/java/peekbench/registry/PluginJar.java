package peekbench.registry;

import org.apiguardian.api.API;

/**
 * The jar that a plug-in came in.
 *
 * @param file where it was found
 * @param sha256 of the whole file, in hexadecimal
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record PluginJar(String file, String sha256) {}
