package peekbench.registry;

import org.apiguardian.api.API;

/**
 * Offers one thing that scenarios can name. {@link java.util.ServiceLoader} finds it, so it has a public constructor without
 * parameters; {@code @AutoService} lists it in its jar.
 *
 * <p>What it is called and one sentence about it are said once, by {@link Name} and {@link Summary} above the class that
 * {@link #described} gives.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface Provider {
    /** The class whose annotations describe what is offered. */
    default Class<?> described() {
        return getClass();
    }

    /**
     * What scenarios call it.
     *
     * @throws IllegalStateException when {@link #described} has no such annotation
     */
    default String name() {
        return Described.name(described());
    }

    /**
     * One sentence about it.
     *
     * @throws IllegalStateException when {@link #described} has no such annotation
     */
    default String summary() {
        return Described.summary(described());
    }
}
