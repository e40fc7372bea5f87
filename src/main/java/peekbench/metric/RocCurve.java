package peekbench.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Receiver operating characteristic of scores that should be higher for members than for others: what share of the members is
 * found (true positives) at what share of the others wrongly taken for members (false positives), over all thresholds.
 * Records of the same score are told apart by no threshold.
 *
 * <p>Whoever makes the scores says which way is up, so an area below one half is a failure and is not turned round.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class RocCurve {
    private final double[] memberRuns;
    private final double[] otherRuns;
    private final double members;
    private final double others;

    /**
     * @param memberRuns how many members share a score, by falling score
     * @param otherRuns how many others share it
     */
    RocCurve(double[] memberRuns, double[] otherRuns) {
        this.memberRuns = memberRuns.clone();
        this.otherRuns = otherRuns.clone();
        this.members = Arrays.stream(memberRuns).sum();
        this.others = Arrays.stream(otherRuns).sum();
    }

    /**
     * One threshold.
     *
     * @param falsePositives share of the others at or above it
     * @param truePositives share of the members at or above it
     */
    public record Point(double falsePositives, double truePositives) {}

    /** All thresholds from the strictest, at which nobody is called a member, to the laxest, at which everybody is. */
    public List<Point> points() {
        List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
        double found = 0;
        double wrong = 0;
        for (int run = 0; run < memberRuns.length; run++) {
            found += memberRuns[run];
            wrong += otherRuns[run];
            points.add(new Point(wrong / others, found / members));
        }
        return points;
    }

    /**
     * The area below the curve, equal scores counting half: the chance that a member scores higher than another. NaN without
     * members or others.
     */
    public double area() {
        return pairs() / members / others;
    }

    /** How many pairs of a member and another have the member above, equal scores counting half: Mann and Whitney's U (1947). */
    public double pairs() {
        double above = 0;
        double found = 0;
        for (int run = 0; run < memberRuns.length; run++) {
            above += otherRuns[run] * (found + memberRuns[run] / 2);
            found += memberRuns[run];
        }
        return above;
    }

    /**
     * The share of members found at the laxest threshold that takes at most that share of the others for members. Nothing is
     * interpolated, so with n others a level below 1/n is a level of 0.
     */
    public double truePositivesAt(double falsePositives) {
        double found = 0;
        double wrong = 0;
        for (int run = 0; run < memberRuns.length; run++) {
            wrong += otherRuns[run];
            if (wrong > falsePositives * others) {
                break;
            }
            found += memberRuns[run];
        }
        return found / members;
    }

    /**
     * The mean of the shares of members and of others told right when the half of the records with the higher scores are called
     * members; where a run of equal scores lies across the middle, its records share what is left. It takes no threshold from
     * the answers, unlike a maximum over thresholds, which is above one half even for scores without any meaning.
     */
    public double balancedAccuracyOfUpperHalf() {
        double left = (members + others) / 2;
        double found = 0;
        double wrong = 0;
        for (int run = 0; run < memberRuns.length && left > 0; run++) {
            double size = memberRuns[run] + otherRuns[run];
            double share = size == 0 ? 0 : Math.min(1, left / size);
            found += share * memberRuns[run];
            wrong += share * otherRuns[run];
            left -= size;
        }
        return (found / members + 1 - wrong / others) / 2;
    }

    public double members() {
        return members;
    }

    /** How many are no members. */
    public double others() {
        return others;
    }
}
