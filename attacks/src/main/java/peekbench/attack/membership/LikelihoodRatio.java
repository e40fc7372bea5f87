package peekbench.attack.membership;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.MembershipScores;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.view.ModelHolderView;

/**
 * LiRA. Shadow networks are trained as the victims' was, with the same defenses and, as far as the attacker has them, on as many
 * records. For each candidate, the logit-scaled confidence {@code φ = log(p_y / (1 - p_y))} of shadows that saw it and of those
 * that did not are taken for normal, and the score of the finished network's φ is
 *
 * <pre>
 * online   log N(φ; μ_in, σ_in²) - log N(φ; μ_out, σ_out²)
 * offline  (φ - μ_out) / σ_out
 * </pre>
 *
 * Online, each candidate is seen by exactly half of the shadows, and auxiliary records fill up what is missing; offline each shadow
 * sees auxiliary records only, at most half of them, so that shadows differ in what they saw. The offline score
 * orders candidates as the paper's probability {@code P(N(μ_out, σ_out²) <= φ)} does, and does not round to 1.
 *
 * <p>Deviations from the paper: one query a record and no augmented ones; a shared variance is the mean of the records' own, so
 * that differences between records are not part of it. A shadow of k clients deals its own records to k clients.
 */
final class LikelihoodRatio implements Attack<ModelHolderView, MembershipScores> {
    static final String NAME = "likelihood-ratio";

    private final LikelihoodRatioOptions options;

    LikelihoodRatio(LikelihoodRatioOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ModelHolderView> view() {
        return ModelHolderView.class;
    }

    @Override
    public MembershipScores run(ModelHolderView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        AuxiliaryData candidates = Confidence.candidates(view, NAME);
        boolean online = options.variant() == LikelihoodRatioOptions.Variant.ONLINE;
        boolean[][] seen = online ? halves(candidates.size(), seed.child("halves")) : noneSeen(candidates.size());
        ShadowConfidences shadows = new ShadowConfidences(candidates.size());
        for (int shadow = 0; shadow < options.shadows(); shadow++) {
            progress.report((double) shadow / options.shadows(), "training shadow networks");
            Seed own = seed.child("shadow-" + shadow);
            int[] chosen = places(seen[shadow]);
            int wanted = online
                    ? view.trainingRecords() - chosen.length
                    : Math.min(view.trainingRecords(), knowledge.auxiliary().size() / 2);
            int[] auxiliary = some(knowledge.auxiliary().size(), wanted, own.child("auxiliary"));
            UnaryOperator<INDArray> network = view.trainShadow(auxiliary, chosen, own.child("training"));
            shadows.add(Confidence.logit(network.apply(candidates.inputs()), candidates.labels()), seen[shadow]);
        }
        double[] observed = Confidence.logit(view.predict(candidates.inputs()), candidates.labels());
        boolean shared = options.variance() == LikelihoodRatioOptions.Variance.SHARED;
        return new MembershipScores(online ? shadows.ratios(observed, shared) : shadows.outliers(observed, shared));
    }

    /** For each shadow which of the candidates it sees: each candidate is seen by half of the shadows. */
    private boolean[][] halves(int candidates, Seed seed) {
        int shadows = options.shadows();
        boolean[][] seen = new boolean[shadows][candidates];
        for (int candidate = 0; candidate < candidates; candidate++) {
            int[] order = seed.child("candidate-" + candidate).permutation(shadows);
            for (int place = 0; place < shadows / 2; place++) {
                seen[order[place]][candidate] = true;
            }
        }
        return seen;
    }

    private boolean[][] noneSeen(int candidates) {
        return new boolean[options.shadows()][candidates];
    }

    /** So many of the auxiliary records, or all where there are fewer. */
    private static int[] some(int records, int wanted, Seed seed) {
        return Arrays.copyOf(seed.permutation(records), Math.max(0, Math.min(wanted, records)));
    }

    private static int[] places(boolean... chosen) {
        return IntStream.range(0, chosen.length).filter(place -> chosen[place]).toArray();
    }

    /** The confidences of shadows, gathered one shadow after the other. */
    private static final class ShadowConfidences {
        private final List<List<Double>> with = new ArrayList<>();
        private final List<List<Double>> without = new ArrayList<>();

        ShadowConfidences(int candidates) {
            for (int candidate = 0; candidate < candidates; candidate++) {
                with.add(new ArrayList<>());
                without.add(new ArrayList<>());
            }
        }

        void add(double[] confidences, boolean... seen) {
            for (int candidate = 0; candidate < confidences.length; candidate++) {
                (seen[candidate] ? with : without).get(candidate).add(confidences[candidate]);
            }
        }

        List<Double> ratios(double[] observed, boolean sharedVariance) {
            List<Normal> in = Normal.fit(with, sharedVariance);
            List<Normal> out = Normal.fit(without, sharedVariance);
            return IntStream.range(0, observed.length)
                    .mapToObj(
                            i -> in.get(i).logDensity(observed[i]) - out.get(i).logDensity(observed[i]))
                    .toList();
        }

        List<Double> outliers(double[] observed, boolean sharedVariance) {
            List<Normal> out = Normal.fit(without, sharedVariance);
            return IntStream.range(0, observed.length)
                    .mapToObj(i -> out.get(i).standardized(observed[i]))
                    .toList();
        }
    }
}
