package peekbench.ui.model.workspace;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures in words. */
public final class Problems {
    private static final Logger LOGGER = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /** The message of a failure, which is logged whole. */
    public static String words(RuntimeException failure) {
        LOGGER.debug("Told in the window", failure);
        return Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
    }
}
