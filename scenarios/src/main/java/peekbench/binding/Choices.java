package peekbench.binding;

import peekbench.registry.OptionsProvider;
import peekbench.registry.Registry;

/**
 * Says which registry lists the records that implement an options interface.
 *
 * @param options the interface
 * @param registry its records by name
 */
public record Choices<T>(Class<T> options, Registry<? extends OptionsProvider<T>> registry) {}
