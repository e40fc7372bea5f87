package peekbench.seed;

import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/**
 * A named stream that knows how far it was drawn from, so that it can be taken up there later. Its numbers are those of the
 * stream, all of which are made of {@link #nextLong}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class CountedGenerator implements RandomGenerator {
    private final Seed seed;
    private RandomGenerator generator;
    private long position;

    CountedGenerator(Seed seed) {
        this.seed = seed;
        this.generator = seed.generator();
    }

    @Override
    public long nextLong() {
        position++;
        return generator.nextLong();
    }

    /** How many times 64 bits were drawn. */
    public long position() {
        return position;
    }

    /**
     * Goes to a position, from the beginning if need be.
     *
     * @throws IllegalArgumentException when negative
     */
    public void goTo(long other) {
        if (other < 0) {
            throw new IllegalArgumentException("A stream cannot have been drawn from " + other + " times.");
        }
        if (other < position) {
            generator = seed.generator();
            position = 0;
        }
        while (position < other) {
            nextLong();
        }
    }
}
