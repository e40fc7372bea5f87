package peekbench.attack.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.attack.membership.LikelihoodRatioOptions.Variance;
import peekbench.attack.membership.LikelihoodRatioOptions.Variant;
import peekbench.nn.loss.LossFunction;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.MembershipScores;
import peekbench.threat.view.ModelHolderView;

@Tag("slow")
class MembershipAttackTest {
    private static final int BY_HEART = 60;
    private static final LikelihoodRatioOptions ONLINE = new LikelihoodRatioOptions(8, Variant.ONLINE, Variance.SHARED);

    static List<AttackOptions> attacks() {
        return List.of(
                new LossThresholdOptions(),
                ONLINE,
                new LikelihoodRatioOptions(8, Variant.ONLINE, Variance.OWN),
                new LikelihoodRatioOptions(8, Variant.OFFLINE, Variance.SHARED),
                new LikelihoodRatioOptions(8, Variant.OFFLINE, Variance.OWN));
    }

    private static MembershipScores run(AttackOptions options, ModelHolderView view, long seed) {
        Attack<?, ?> attack = options.create();
        assertThat(attack.view()).isEqualTo(ModelHolderView.class);
        return attack instanceof LossThreshold threshold
                ? threshold.run(view, MembershipSample.knowledge(), Seed.of(seed), AttackProgress.silent())
                : ((LikelihoodRatio) attack)
                        .run(view, MembershipSample.knowledge(), Seed.of(seed), AttackProgress.silent());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void membersLearnedByHeartAreFound(AttackOptions options) {
        double area = MembershipSample.curve(run(options, MembershipSample.view(BY_HEART), 4))
                .area();
        assertThat(area).isGreaterThan(.75);
    }

    /** The area of 40 and 40 scores without meaning has a deviation of .065; four of them. */
    @ParameterizedTest
    @MethodSource("attacks")
    void ofANetworkThatSawNobodyNothingIsLearned(AttackOptions options) {
        double area = MembershipSample.curve(run(options, MembershipSample.view(0), 4))
                .area();
        assertThat(area).isCloseTo(.5, within(.26));
    }

    @Test
    void shadowsThatSawTheRecordsBeatTheThresholdOrCompareWithIt() {
        ModelHolderView view = MembershipSample.view(BY_HEART / 2);
        double threshold =
                MembershipSample.curve(run(new LossThresholdOptions(), view, 4)).area();
        double ratio = MembershipSample.curve(run(ONLINE, view, 4)).area();
        assertThat(ratio).isGreaterThan(threshold - .01);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void theSameSeedGivesTheSameBits(AttackOptions options) {
        List<Double> first = run(options, MembershipSample.view(5), 4).scores();
        assertThat(first).hasSize(MembershipSample.CANDIDATES);
        assertThat(run(options, MembershipSample.view(5), 4).scores()).isEqualTo(first);
        if (options instanceof LikelihoodRatioOptions) {
            assertThat(run(options, MembershipSample.view(5), 5).scores()).isNotEqualTo(first);
        }
    }

    /** Online each shadow has as many records as the victims, about 40 of them candidates; offline none is a candidate. */
    @Test
    void candidatesAreInHalfOfTheShadowsAndAuxiliaryRecordsFillUp() {
        int[] candidates = new int[MembershipSample.CANDIDATES];
        List<Integer> sizes = new ArrayList<>();
        ModelHolderView counting = new ModelHolderView(
                MembershipSample.view(0).precision(),
                inputs -> Nd4j.zeros(inputs.size(0), 3),
                MembershipSample.view(0).candidates(),
                60,
                (own, chosen, seed) -> {
                    sizes.add(own.length + chosen.length);
                    for (int place : chosen) {
                        candidates[place]++;
                    }
                    return inputs -> Nd4j.zeros(inputs.size(0), 3);
                });
        run(ONLINE, counting, 4);
        assertThat(sizes).hasSize(8).containsOnly(60);
        assertThat(candidates).containsOnly(4);
        sizes.clear();
        run(new LikelihoodRatioOptions(8, Variant.OFFLINE, Variance.SHARED), counting, 4);
        assertThat(sizes).hasSize(8).containsOnly(MembershipSample.AUXILIARY / 2);
        assertThat(candidates).containsOnly(4);
    }

    /** To the rounding of float64; the logit also where the probability would round to 1. */
    @Test
    void confidencesAreLogProbabilitiesAndTheirLogits() {
        INDArray outputs = Nd4j.createFromArray(new double[][] {{1, 2, .5}, {60, 0, 1}});
        double[] logs = Confidence.logProbability(outputs, List.of(0, 0));
        INDArray target = Nd4j.createFromArray(new double[][] {{1, 0, 0}});
        INDArray first = Nd4j.createFromArray(new double[][] {{1, 2, .5}});
        assertThat(logs[0])
                .isCloseTo(-LossFunction.CROSS_ENTROPY.of(first, target).loss(), within(1e-12));
        double[] logits = Confidence.logit(outputs, List.of(0, 0));
        double probability = Math.exp(logs[0]);
        assertThat(logits[0]).isCloseTo(Math.log(probability / (1 - probability)), within(1e-12));
        assertThat(logits[1]).isCloseTo(60 - Math.log(1 + Math.E), within(1e-12));
    }

    @Test
    void normalsHaveTheSamplesMeansAndOneOrManyVariances() {
        List<List<Double>> samples = new ArrayList<>(List.of(List.of(1.0, 3.0), List.of(5.0, 5.0)));
        assertThat(Normal.fit(samples, true)).containsExactly(new Normal(2, 1), new Normal(5, 1));
        assertThat(Normal.fit(samples, false).get(0)).isEqualTo(new Normal(2, Math.sqrt(2)));
        assertThat(Normal.fit(samples, false).get(1).logDensity(5)).isFinite();
        assertThat(new Normal(1, 2).logDensity(4)).isCloseTo(-Math.log(2) - 9.0 / 8, within(1e-15));
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> new LikelihoodRatioOptions(3, Variant.ONLINE, Variance.SHARED))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("shadows: is 3; it must be at least 4")
                .hasMessageContaining("shadows: is 3; it must be even");
        for (AttackOptions options : attacks()) {
            assertThatThrownBy(() -> run(options, MembershipSample.withoutClasses(), 4))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(
                            "(" + options.create().name() + ") looks at the probability of a record's class")
                    .hasMessageContaining("Choose a data set with classes");
        }
        assertThatThrownBy(() -> new MembershipScores(List.of(1.0, Double.NaN))).hasMessageContaining("not a number");
    }
}
