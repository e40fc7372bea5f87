package peekbench.seed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apiguardian.api.API;

/**
 * The single source of randomness: a trial's seed and the names of whoever draws from it.
 *
 * <p>{@code seed.child("client-3").child("data-order")} names a stream; the same root value and the same path give the
 * same numbers on every machine, and streams of different paths are independent. Asking for one stream never moves
 * another, so adding a consumer does not change what the others draw.
 *
 * @param root the trial's seed
 * @param path names from the root to this seed, joined by {@code /}; empty at the root
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Seed(long root, String path) {

    private static final RandomGeneratorFactory<RandomGenerator> GENERATOR =
            RandomGeneratorFactory.of("L64X128MixRandom");

    public Seed {
        Objects.requireNonNull(path, "path");
    }

    /** The root seed of a trial. */
    public static Seed of(long root) {
        return new Seed(root, "");
    }

    /** The seed of a named part; a number may be part of the name, as in {@code client-3}. */
    public Seed child(String name) {
        return new Seed(root, path.isEmpty() ? name : path + "/" + name);
    }

    /** A fresh generator at the start of this seed's stream; two calls give two generators that agree. */
    public RandomGenerator generator() {
        return GENERATOR.create(value());
    }

    /** The same at the start of the stream, for whoever must be able to take it up later where it was left. */
    public CountedGenerator countedGenerator() {
        return new CountedGenerator(this);
    }

    /** The first eight bytes of SHA-256 over root and path: a seed for code that wants one number. */
    public long value() {
        byte[] digest = sha256(root + "/" + path);
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << Byte.SIZE) | (digest[i] & 0xff);
        }
        return value;
    }

    /** The numbers {@code 0 … size-1} in a random order. */
    public int[] permutation(int size) {
        List<Integer> order = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        RandomGenerator generator = generator();
        for (int i = size - 1; i > 0; i--) {
            Collections.swap(order, i, generator.nextInt(i + 1));
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
