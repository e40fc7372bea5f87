package peekbench.registry;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Offers something that has options.
 *
 * <p>It is one line in the record of options itself, which has {@link Name} and {@link Summary} above it:
 *
 * <pre>{@code
 * @AutoService(AttackProvider.class)
 * public record Provider() implements AttackProvider {}
 * }</pre>
 *
 * @param <T> the kind of options
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface OptionsProvider<T> extends Provider {
    /** The kind of options. */
    Class<T> optionsType();

    /**
     * The record that a scenario writes to choose it; it checks itself. Unless told otherwise, the class around this one.
     *
     * @throws IllegalStateException when there is none around it, or not one of this kind
     */
    default Class<? extends T> options() {
        return Optional.<Class<?>>ofNullable(getClass().getEnclosingClass())
                .filter(outer -> outer.isRecord() && optionsType().isAssignableFrom(outer))
                .<Class<? extends T>>map(outer -> outer.asSubclass(optionsType()))
                .orElseThrow(() ->
                        new IllegalStateException("The provider (" + getClass().getName()
                                + ") stands in no record that implements "
                                + optionsType().getName()
                                + "; put it into one, or override options()."));
    }

    @Override
    default Class<?> described() {
        return options();
    }
}
