package peekbench.result;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Names that nobody takes for a result, of trials and files that get their own names when complete. */
final class TemporaryName {
    /** What all of them begin with. */
    static final String BEGINNING = ".tmp-";

    private TemporaryName() {}

    static String of(String name) {
        return BEGINNING + name + unique();
    }

    /** Part of a name only, never of a result, and so outside the rule that randomness comes from the seed. */
    static String unique() {
        return "~" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
