package peekbench.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import peekbench.data.MixedRecords;
import peekbench.metric.Metric;
import peekbench.metric.RankedRecords;
import peekbench.metric.RankedRecords.Draw;
import peekbench.metric.RocCurve;
import peekbench.seed.Seed;
import peekbench.threat.attack.MembershipScores;
import peekbench.threat.observation.TargetSet;

/**
 * How well membership scores tell records that were trained on from those that were not. Its figures stand with the records that
 * were trained on, since it is these that something is learned about.
 */
final class MembershipEvaluation {
    private static final double PERCENT = .01;
    private static final double TENTH_PERCENT = .001;

    private final MembershipScores outcome;
    private final MixedRecords candidates;
    private final RankedRecords ranked;
    private final int resamples;
    private final Seed seed;

    /**
     * @param candidates the truth, in the order of the scores
     * @param resamples draws of an interval
     * @param seed of the draws
     * @throws IllegalArgumentException unless there is a score for each candidate
     */
    MembershipEvaluation(MembershipScores outcome, MixedRecords candidates, int resamples, Seed seed) {
        this.outcome = outcome;
        this.candidates = candidates;
        this.ranked = RankedRecords.of(
                outcome.scores().stream().mapToDouble(Double::doubleValue).toArray(), candidates.members());
        this.resamples = resamples;
        this.seed = seed;
    }

    /** What the attack says of every candidate. */
    List<Claims.Membership> claims() {
        int[] records = candidates.records();
        boolean[] members = candidates.members();
        return IntStream.range(0, records.length)
                .mapToObj(i -> new Claims.Membership(
                        records[i], members[i], outcome.scores().get(i)))
                .toList();
    }

    RocCurve curve() {
        return ranked.curve();
    }

    List<Score> scores(Subject attack) {
        Score others = new Score(attack, TargetSet.VICTIM_TRAIN, Metric.MEMBERSHIP_NON_MEMBERS, curve().others());
        return List.of(
                score(attack, Metric.MEMBERSHIP_AUC, RocCurve::area),
                score(attack, Metric.MEMBERSHIP_BALANCED_ACCURACY, RocCurve::balancedAccuracyOfUpperHalf),
                score(attack, Metric.MEMBERSHIP_TPR_AT_1_PERCENT, curve -> curve.truePositivesAt(PERCENT)),
                score(attack, Metric.MEMBERSHIP_TPR_AT_TENTH_PERCENT, curve -> curve.truePositivesAt(TENTH_PERCENT)),
                others);
    }

    private Score score(Subject attack, Metric metric, ToDoubleFunction<RocCurve> figure) {
        return new Score(
                attack,
                TargetSet.VICTIM_TRAIN,
                metric,
                figure.applyAsDouble(curve()),
                Optional.of(ranked.interval(
                        figure,
                        Draw.EACH_KIND,
                        resamples,
                        seed.child(attack.text()).child(metric.label()))));
    }
}
