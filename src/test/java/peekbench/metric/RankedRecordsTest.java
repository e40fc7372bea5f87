package peekbench.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.junit.jupiter.api.Test;
import peekbench.metric.RankedRecords.Draw;
import peekbench.seed.Seed;

class RankedRecordsTest {
    private static final boolean[] MEMBERS = {true, false, true, true, false, false};

    /** By hand: of 9 pairs the members win 5 and share 2. */
    @Test
    void theCurveStepsOverRunsOfEqualScores() {
        RocCurve curve =
                RankedRecords.of(new double[] {5, 4, 3, 3, 3, 1}, MEMBERS).curve();
        assertThat(curve.points())
                .containsExactly(
                        new RocCurve.Point(0, 0),
                        new RocCurve.Point(0, 1.0 / 3),
                        new RocCurve.Point(1.0 / 3, 1.0 / 3),
                        new RocCurve.Point(2.0 / 3, 1),
                        new RocCurve.Point(1, 1));
        assertThat(curve.area()).isCloseTo(6.0 / 9, within(1e-15));
        assertThat(curve.truePositivesAt(0)).isEqualTo(1.0 / 3);
        assertThat(curve.truePositivesAt(.33)).isEqualTo(1.0 / 3);
        assertThat(curve.truePositivesAt(.7)).isEqualTo(1);
        assertThat(curve.others()).isEqualTo(3);
    }

    /** The upper half takes the first two records and a third of the run of three: (1 + 2/3) members, (1 + 1/3) others. */
    @Test
    void theUpperHalfSharesARunThatLiesAcrossTheMiddle() {
        RocCurve curve =
                RankedRecords.of(new double[] {5, 4, 3, 3, 3, 1}, MEMBERS).curve();
        assertThat(curve.balancedAccuracyOfUpperHalf()).isCloseTo((5.0 / 9 + 1 - 4.0 / 9) / 2, within(1e-15));
        assertThat(RankedRecords.of(new double[6], MEMBERS).curve().balancedAccuracyOfUpperHalf())
                .isEqualTo(.5);
    }

    /** The area is the statistic of Mann and Whitney over the number of pairs; Commons Math computes it from ranks. */
    @Test
    void theAreaAgreesWithTheRankSumAndItsIntervalHoldsIt() {
        RandomGenerator generator = Seed.of(2).generator();
        boolean[] members = new boolean[400];
        double[] scores = new double[400];
        for (int i = 0; i < scores.length; i++) {
            members[i] = i % 2 == 0;
            // Commons Math ranks -0 below 0.
            scores[i] = Math.rint(4 * generator.nextGaussian() + (members[i] ? 2 : 0)) + 0.0;
        }
        double[] ofMembers = IntStream.range(0, 400)
                .filter(i -> members[i])
                .mapToDouble(i -> scores[i])
                .toArray();
        double[] ofOthers = IntStream.range(0, 400)
                .filter(i -> !members[i])
                .mapToDouble(i -> scores[i])
                .toArray();
        double larger = new MannWhitneyUTest().mannWhitneyU(ofMembers, ofOthers) / (200.0 * 200);
        RankedRecords ranked = RankedRecords.of(scores, members);
        assertThat(ranked.curve().area()).isGreaterThan(.5).isCloseTo(larger, within(1e-12));
        Interval interval = ranked.interval(RocCurve::area, Draw.EACH_KIND, 200, Seed.of(7));
        assertThat(interval).isEqualTo(ranked.interval(RocCurve::area, Draw.EACH_KIND, 200, Seed.of(7)));
        assertThat(ranked.curve().area()).isBetween(interval.low(), interval.high());
        assertThat(interval.high() - interval.low()).isBetween(.06, .16);
    }

    @Test
    void pairsAreCountedAndTiesHalf() {
        // Members 3, 1 against others 1, 0: wins (3,1), (3,0), (1,0) and the tie (1,1).
        assertThat(area(new double[] {3, 1, 1, 0}, true, true, false, false)).isEqualTo(3.5 / 4);
        assertThat(area(new double[] {5, 5, 5}, true, false, true)).isEqualTo(.5);
        assertThat(area(new double[] {0, 1}, true, false)).isZero();
    }

    private static double area(double[] scores, boolean... members) {
        return RankedRecords.of(scores, members).curve().area();
    }

    @Test
    void allRecordsCanBeDrawnTogether() {
        double[] scores = Seed.of(3).generator().doubles(60).toArray();
        boolean[] members = new boolean[60];
        for (int i = 0; i < 20; i++) {
            members[i] = true;
            scores[i] += .3;
        }
        double u = new MannWhitneyUTest().mannWhitneyU(Arrays.copyOf(scores, 20), Arrays.copyOfRange(scores, 20, 60));
        RankedRecords ranked = RankedRecords.of(scores, members);
        assertThat(ranked.curve().pairs()).isEqualTo(u);
        Interval interval = ranked.interval(RocCurve::area, Draw.ALL_RECORDS, 300, Seed.of(3));
        assertThat(interval).isEqualTo(ranked.interval(RocCurve::area, Draw.ALL_RECORDS, 300, Seed.of(3)));
        assertThat(interval).isNotEqualTo(ranked.interval(RocCurve::area, Draw.EACH_KIND, 300, Seed.of(3)));
        assertThat(ranked.curve().area()).isBetween(interval.low(), interval.high());
        assertThat(interval.high() - interval.low()).isBetween(.1, .4);
    }

    /** Of three records, most draws have a single member, or none: without the latter the interval is finite. */
    @Test
    void drawsOfOneKindAreLeftOut() {
        RankedRecords ranked = RankedRecords.of(new double[] {2, 1, 0}, new boolean[] {true, false, false});
        assertThat(ranked.interval(RocCurve::area, Draw.ALL_RECORDS, 50, Seed.of(1)))
                .isEqualTo(new Interval(1, 1, .95));
    }

    @Test
    void recordsOfOneKindAreRefused() {
        assertThatThrownBy(() -> RankedRecords.of(new double[2], new boolean[2]))
                .hasMessageContaining("2 scores and 0 members of 2 records");
        boolean[] all = new boolean[3];
        Arrays.fill(all, true);
        assertThatThrownBy(() -> RankedRecords.of(new double[3], all)).hasMessageContaining("3 members of 3 records");
    }
}
