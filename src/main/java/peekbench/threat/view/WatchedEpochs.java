package peekbench.threat.view;

import java.util.Map;
import java.util.TreeMap;

/** What somebody kept of some epochs of a training. */
final class WatchedEpochs {
    private WatchedEpochs() {}

    /**
     * What was kept of one epoch.
     *
     * @throws IllegalArgumentException when it was not watched, or training ended before it
     */
    static <T> T of(Map<Integer, T> epochs, int epoch) {
        T kept = epochs.get(epoch);
        if (kept == null) {
            throw new IllegalArgumentException("Nobody watched epoch " + epoch + " of the training; watched were "
                    + new TreeMap<>(epochs).keySet()
                    + ". Training may have ended early: choose an epoch before its end.");
        }
        return kept;
    }
}
