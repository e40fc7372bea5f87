package peekbench.data.catalogue;

import org.apiguardian.api.API;
import peekbench.registry.Kind;
import peekbench.registry.Provider;

/**
 * Offers a data set. The class has {@code @Name} and {@code @Summary} above it, and {@code @AutoService}.
 *
 * <p>A part of another set is called as that one is, with {@code -sample} after it: attackers never hold one when victims hold
 * the other.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface DatasetProvider extends Provider {
    /** What scenarios, lists and messages call what is offered. */
    Kind<DatasetProvider> KIND = new Kind<>("data set", DatasetProvider.class);

    /** Where its records come from. */
    DatasetSource source();
}
