package peekbench.attack.search;

import java.util.List;
import peekbench.threat.attack.Candidate.EpochLoss;

/** Whether a search that was looked at a number of times has come to its end. */
public final class Convergence {
    /** How many times searches are looked at. */
    public static final int STAGES = 10;

    /** Over this many last stages a search that has converged finds little more. */
    private static final int LAST_STAGES = 2;
    /** The share of all that the loss fell by below which the last stages found little. */
    private static final double LITTLE = .02;

    private Convergence() {}

    /** Whether a stage ends with the round of that number, from 0, of so many. */
    public static boolean stageEnds(int round, int rounds) {
        return (round + 1) * STAGES / rounds > round * STAGES / rounds;
    }

    /** Whether the loss fell in the last fifth of the rounds by at most a fiftieth of what it fell after the first tenth. */
    public static boolean reached(List<EpochLoss> history) {
        int stages = history.size();
        if (stages < STAGES) {
            return false;
        }
        double first = history.get(0).training();
        double before = history.get(stages - 1 - LAST_STAGES).training();
        double last = history.get(stages - 1).training();
        return Double.isFinite(last) && before - last <= LITTLE * (first - last);
    }
}
