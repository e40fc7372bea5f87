package peekbench.binding;

import org.apiguardian.api.API;
import peekbench.registry.OptionsProvider;
import peekbench.registry.Registry;

/**
 * Says which registry lists the records that implement an options interface.
 *
 * @param options the interface
 * @param registry its records by name
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Choices<T>(Class<T> options, Registry<? extends OptionsProvider<T>> registry) {}
