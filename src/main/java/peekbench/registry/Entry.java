package peekbench.registry;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One thing that scenarios can name.
 *
 * @param provider offers it
 * @param jar the plug-in that it is from; none for what comes with the program
 * @param <P> what offers things of its kind
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Entry<P extends Provider>(P provider, Optional<PluginJar> jar) {
    public String name() {
        return provider.name();
    }

    public String summary() {
        return provider.summary();
    }
}
