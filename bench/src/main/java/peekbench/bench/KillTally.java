package peekbench.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of runs that were killed in one way. */
final class KillTally {
    private int times;
    private int least = Integer.MAX_VALUE;
    private int most;
    private int lost;
    private int twice;
    private int different;
    private int leftOver;
    private int orphans;
    private double longest;

    /**
     * Counts one.
     *
     * @param undisturbed what should be there
     * @param atTheKill trials that were complete when it was killed
     * @param after what the same command made of it
     * @param seconds until all its processes were gone
     * @param found takes what is not as it should be
     */
    void add(
            StoredState undisturbed,
            Map<String, String> atTheKill,
            StoredState after,
            double seconds,
            List<String> found) {
        times++;
        least = Math.min(least, atTheKill.size());
        most = Math.max(most, atTheKill.size());
        lost += count("lost", after.lost(atTheKill), found);
        twice += count("run twice", after.doneTwice(), found);
        different += count("differs", undisturbed.differences(after), found);
        leftOver += count("left over", after.leftOver(), found);
        if (Double.isInfinite(seconds)) {
            orphans++;
            found.add("a process of it goes on");
        } else {
            longest = Math.max(longest, seconds);
        }
    }

    private static int count(String what, List<String> faults, List<String> found) {
        faults.forEach(fault -> found.add(what + ": " + fault));
        return faults.size();
    }

    String cells() {
        return String.format(
                Locale.ROOT,
                "%d | %d to %d | %d | %d | %d | %d | %d | %.1f",
                times,
                least,
                most,
                lost,
                twice,
                different,
                leftOver,
                orphans,
                longest);
    }
}
