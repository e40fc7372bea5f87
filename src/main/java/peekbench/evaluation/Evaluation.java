package peekbench.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.metric.DistanceCorrelation;
import peekbench.metric.Metric;
import peekbench.metric.MetricProvider;
import peekbench.metric.PairedSamples;
import peekbench.metric.PermutationTest;
import peekbench.nn.Rows;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackOutcome;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.InferredLabelDistributions;
import peekbench.threat.attack.InferredLabels;
import peekbench.threat.attack.MembershipScores;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.ServerView;

/**
 * Compares what attacks claim with private truth: the only place where the two meet.
 *
 * <p>The classifier of reconstructions and the floor of the mean image are made of records of the victims' own distribution,
 * whatever records the attackers hold. They measure, they do not attack: with one ruler for all, rows of attackers with
 * better and worse records compare, and the mean image is the strictest floor, that of someone who knows the distribution
 * and sees nothing. What an attacker with other records knows without a leak is a floor of its own.
 */
public final class Evaluation {
    /** Of these distance correlation can be corrected for its bias. */
    private static final int FEWEST = 4;

    private final EvaluationOptions options;
    private final PrivateTruth truth;
    private final AttackerKnowledge knowledge;
    private final Seed seed;
    private final ReconstructionScores reconstructions;
    private final LabelScores labels;
    private final LabelDistributionScores labelDistributions;

    /**
     * Where the task has classes and the options ask for it, a classifier of reconstructions is trained when the first of
     * them is scored.
     *
     * @param metrics by which reconstructions are compared with originals
     * @param knowledge records of the victims' distribution: those to train attacks on train the classifier and make the
     *     mean image
     */
    public Evaluation(
            EvaluationOptions options,
            List<MetricProvider> metrics,
            PrivateTruth truth,
            AttackerKnowledge knowledge,
            Seed seed) {
        Means means = new Means(options.bootstrapResamples(), seed);
        this.options = options;
        this.truth = truth;
        this.knowledge = knowledge;
        this.seed = seed;
        this.reconstructions = new ReconstructionScores(
                truth, knowledge, new RecordMetrics(metrics), means, options.classifierEpochs(), seed);
        this.labels = new LabelScores(truth, means);
        this.labelDistributions = new LabelDistributionScores(truth, means);
    }

    /** Compares what an attack claims with the truth. */
    public AttackResult attack(Subject attack, AttackOutcome outcome) {
        return outcome.accept(new AttackOutcome.Reader<>() {
            @Override
            public AttackResult reconstructedInputs(ReconstructedInputs reconstructed) {
                return reconstructions.attack(attack, reconstructed);
            }

            @Override
            public AttackResult inferredLabelDistributions(InferredLabelDistributions inferred) {
                return AttackResult.of(
                        labelDistributions.attack(attack, inferred),
                        Claims.ofShares(labelDistributions.claims(inferred)));
            }

            @Override
            public AttackResult inferredLabels(InferredLabels inferred) {
                return AttackResult.of(labels.of(attack, inferred), Claims.ofLabels(labels.claims(inferred)));
            }

            @Override
            public AttackResult membershipScores(MembershipScores scores) {
                MembershipEvaluation membership =
                        new MembershipEvaluation(scores, truth.candidates(seed), options.bootstrapResamples(), seed);
                return new AttackResult(
                        membership.scores(attack),
                        List.of(),
                        Claims.ofMemberships(membership.claims()),
                        Optional.of(membership.curve()));
            }
        });
    }

    /** The private records that attacks are scored on, in the order of their originals; for who reads results. */
    public List<TargetRecord> records(TargetSet targets) {
        return truth.described(targets);
    }

    /** The class that the classifier of reconstructions reads in each original, from 0; empty where there is no classifier. */
    public List<Integer> readInOriginals(TargetSet targets) {
        return reconstructions.readInOriginals(targets);
    }

    /** Scores of reconstructions {@code [n, …]} of each target set, by whomever. */
    public List<Score> reconstructions(Subject subject, Map<TargetSet, INDArray> made) {
        return reconstructions.of(subject, made);
    }

    /** Scores of what anybody would say of the clients' label distributions: that of the auxiliary records, and even shares. */
    public List<Score> labelDistributionFloors() {
        return labelDistributions.floors(knowledge.auxiliary().labels());
    }

    /** Scores of the mean image of the victims' distribution in place of every reconstruction. */
    public List<Score> meanImage() {
        return reconstructions.mean(Reference.MEAN_IMAGE.subject(), knowledge.auxiliary());
    }

    /**
     * Scores of the mean of an attacker's images in place of every reconstruction: what it knows without any leak.
     *
     * @param whose tells this floor from that of {@link #meanImage()}
     */
    public List<Score> meanImage(String whose, AuxiliaryData records) {
        return reconstructions.mean(Reference.MEAN_IMAGE.of(whose), records);
    }

    /**
     * Scores of the best image of one brightness in place of every reconstruction; none for tables, where the mean record is the
     * best constant.
     */
    public List<Score> bestConstant() {
        return reconstructions.bestConstant(Reference.BEST_CONSTANT.subject());
    }

    /** Scores of the most frequent class in place of every inferred label: what is known without any leak. */
    public List<Score> majorityClass(TargetSet targets) {
        return labels.majorityClass(knowledge.auxiliary().labels(), targets);
    }

    /** How many originals the classifier recognises: its ceiling. */
    public List<Score> originals() {
        return reconstructions.originals();
    }

    /**
     * Distance correlation of inputs and smashed data as they arrived, in both forms, with the null. Where clients have layers of
     * their own it is that of each client's records, and the mean over clients; n is then the mean number of records of a
     * client. Clients of which fewer than 4 records are attacked are left out where others have more.
     */
    public List<Score> smashedData(ServerView view) {
        List<Score> scores = new ArrayList<>();
        for (TargetSet targets : TargetSet.values()) {
            List<PairedSamples> groups = bySender(view, targets);
            PermutationTest test = PermutationTest.of(
                    groups, options.permutations(), seed.child("permutations").child(targets.label()));
            double all = groups.stream().mapToDouble(PairedSamples::size).sum();
            double plain = groups.stream()
                    .mapToDouble(pair -> pair.size() / all * DistanceCorrelation.of(pair.x(), pair.z()))
                    .sum();
            scores.add(smashed(targets, Metric.DCOR, plain));
            scores.add(smashed(targets, Metric.DCOR_BIAS_CORRECTED, test.value()));
            scores.add(
                    smashed(targets, Metric.DCOR_NULL_HIGH, test.nullInterval().high()));
            scores.add(smashed(targets, Metric.DCOR_NULL_P, test.p()));
            scores.add(smashed(targets, Metric.DCOR_N, all / groups.size()));
        }
        return scores;
    }

    private List<PairedSamples> bySender(ServerView view, TargetSet targets) {
        INDArray inputs = truth.originals(targets);
        INDArray smashed = view.smashed(targets);
        List<int[]> places = view.bySender().stream()
                .map(sent -> sent.places().getOrDefault(targets, new int[0]))
                .filter(own -> own.length >= FEWEST)
                .toList();
        return places.isEmpty() || places.get(0).length == inputs.size(0)
                ? List.of(new PairedSamples(inputs, smashed))
                : places.stream()
                        .map(own -> new PairedSamples(Rows.of(inputs, own), Rows.of(smashed, own)))
                        .toList();
    }

    private static Score smashed(TargetSet targets, Metric metric, double value) {
        return new Score(Reference.SMASHED_DATA.subject(), targets, metric, value);
    }
}
