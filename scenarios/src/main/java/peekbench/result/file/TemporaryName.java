package peekbench.result.file;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Names that nobody takes for a result, of trials and files that get their own names when complete. */
public final class TemporaryName {
    /** What all of them begin with. */
    public static final String BEGINNING = ".tmp-";

    private static final String BEFORE_UNIQUE = "~";

    private TemporaryName() {}

    public static String of(String name) {
        return BEGINNING + name + unique();
    }

    /** What a temporary name stands for; empty where the name is none. */
    public static Optional<String> target(Path path) {
        String name = path.getFileName().toString();
        int end = name.lastIndexOf(BEFORE_UNIQUE);
        return name.startsWith(BEGINNING) && end > BEGINNING.length()
                ? Optional.of(name.substring(BEGINNING.length(), end))
                : Optional.empty();
    }

    /** Part of a name only, never of a result, and so outside the rule that randomness comes from the seed. */
    public static String unique() {
        return BEFORE_UNIQUE
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
