package peekbench.engine;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apiguardian.api.API;
import peekbench.problem.ConfigurationException;
import peekbench.problem.NearestName;
import peekbench.registry.Provider;

/**
 * Offers an engine to {@code run --engine NAME}. Another module adds one without an edit here: {@link ServiceLoader} finds its
 * provider.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface EngineProvider extends Provider {
    /** A process a trial: what the command line uses when nobody chooses. */
    String PROCESSES = "processes";

    /** Threads of this process. */
    String IN_PROCESS = "in-process";

    /** Tasks of a cluster, in a module of its own. */
    String SPARK = "spark";

    TrialEngine engine();

    /**
     * The engine on a cluster.
     *
     * @param master the cluster's address
     * @throws ConfigurationException when the engine runs trials on this machine
     */
    default TrialEngine engine(String master) {
        throw new ConfigurationException("--master (" + master + ") is the address of a cluster, and the engine "
                + name() + " runs trials on this machine. Leave it out, or add --engine " + SPARK + ".");
    }

    /** All engines on the class path, by name. */
    static List<EngineProvider> all() {
        return ServiceLoader.load(EngineProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /**
     * The engine of a name.
     *
     * @throws ConfigurationException when there is none
     */
    static EngineProvider named(String name) {
        List<EngineProvider> all = all();
        Optional<EngineProvider> found =
                all.stream().filter(provider -> provider.name().equals(name)).findFirst();
        List<String> names = all.stream().map(Provider::name).toList();
        return found.orElseThrow(() -> new ConfigurationException("--engine (" + name + ") is no engine; there are "
                + String.join(", ", names) + "." + hint(name, names)));
    }

    private static String hint(String name, List<String> names) {
        return name.equals(SPARK)
                ? " It is in a module of its own, peekbench-cluster: run ./peekbench of the source tree, which builds it, or"
                        + " put the module and its libraries on the class path."
                : NearestName.hint(name, names);
    }
}
