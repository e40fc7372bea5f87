package peekbench.result.file;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Names that nobody takes for a result, of trials and files that get their own names when complete. */
public final class TemporaryName {
    /** What all of them begin with. */
    public static final String BEGINNING = ".tmp-";

    private TemporaryName() {}

    public static String of(String name) {
        return BEGINNING + name + unique();
    }

    /** Part of a name only, never of a result, and so outside the rule that randomness comes from the seed. */
    public static String unique() {
        return "~" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
