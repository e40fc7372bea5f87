package peekbench.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.metric.Bootstrap;
import peekbench.metric.DistanceCorrelation;
import peekbench.metric.ImageMetrics;
import peekbench.metric.Interval;
import peekbench.metric.Metric;
import peekbench.metric.PermutationTest;
import peekbench.metric.RocCurve;
import peekbench.nn.Rows;
import peekbench.nn.array.Shape;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackOutcome;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.InferredClassMix;
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
    private final EvaluationOptions options;
    private final PrivateTruth truth;
    private final AttackerKnowledge knowledge;
    private final Seed seed;
    private final LabelScores labels;
    private Optional<ReconstructionClassifier> classifier = Optional.empty();

    /**
     * Where the task has classes and the options ask for it, a classifier of reconstructions is trained when the first of
     * them is scored.
     *
     * @param knowledge records of the victims' distribution: those to train attacks on train the classifier and make the
     *     mean image
     */
    public Evaluation(EvaluationOptions options, PrivateTruth truth, AttackerKnowledge knowledge, Seed seed) {
        this.options = options;
        this.truth = truth;
        this.knowledge = knowledge;
        this.seed = seed;
        this.labels = new LabelScores(truth, options.bootstrapResamples(), seed);
    }

    private Optional<ReconstructionClassifier> classifier() {
        if (classifier.isEmpty() && truth.classes() > 0 && options.classifierEpochs() > 0) {
            classifier = Optional.of(new ReconstructionClassifier(
                    knowledge.auxiliary(), truth.classes(), options.classifierEpochs(), seed.child("classifier")));
        }
        return classifier;
    }

    /**
     * Scores of what an attack claims: its strongest candidate's under its own name, every candidate's under {@code
     * name/strength}.
     */
    public List<Score> attack(String name, AttackOutcome outcome) {
        return outcome.accept(new AttackOutcome.Reader<>() {
            @Override
            public List<Score> reconstructedInputs(ReconstructedInputs reconstructed) {
                return candidates(name, inOrder(reconstructed));
            }

            @Override
            public List<Score> inferredClassMix(InferredClassMix inferred) {
                return classMixes(name, inferred);
            }

            @Override
            public List<Score> inferredLabels(InferredLabels inferred) {
                return labels.of(name, inferred);
            }

            @Override
            public List<Score> membershipScores(MembershipScores scores) {
                return membership(scores).scores(name);
            }
        });
    }

    /** How many members an attack finds at how many false alarms, over all thresholds. */
    public RocCurve roc(MembershipScores outcome) {
        return membership(outcome).curve();
    }

    private MembershipEvaluation membership(MembershipScores outcome) {
        return new MembershipEvaluation(outcome, truth.members(seed), options.bootstrapResamples(), seed);
    }

    /**
     * Reconstructions in the order of the originals. Where an attack cannot know which record of a batch is which, every
     * candidate's are given to the batch's originals so that their mean squared errors have the smallest sum; the same is
     * done for good and bad ones, so even noise gains a little by it.
     */
    public ReconstructedInputs inOrder(ReconstructedInputs outcome) {
        return new BatchOrder(outcome.unorderedWithin()).of(outcome, truth::originals);
    }

    private List<Score> classMixes(String name, InferredClassMix inferred) {
        List<Score> scores = new ArrayList<>(classMixes(name, inferred.mixes().toDoubleMatrix()));
        scores.add(single(name, TargetSet.VICTIM_TRAIN, Metric.ATTACK_VALIDATION_LOSS, inferred.validationError()));
        return scores;
    }

    private List<Score> classMixes(String name, double[][] mixes) {
        double[][] actual = truth.classMixes();
        double[] distances = new double[actual.length];
        for (int client = 0; client < distances.length; client++) {
            distances[client] = ClassMixes.totalVariation(actual[client], mixes[client]);
        }
        double[] errors = Arrays.stream(distances)
                .map(distance -> 2 * distance / truth.classes())
                .toArray();
        return List.of(
                mean(name, TargetSet.VICTIM_TRAIN, Metric.CLASS_MIX_DISTANCE, distances),
                mean(name, TargetSet.VICTIM_TRAIN, Metric.CLASS_MIX_ERROR, errors));
    }

    /** Scores of what anybody would say of the clients' class mixes: that of the auxiliary records, and even shares. */
    public List<Score> classMixFloors() {
        int clients = truth.classMixes().length;
        List<Score> scores = new ArrayList<>();
        List<Integer> labels = knowledge.auxiliary().labels();
        scores.addAll(classMixes(Contestants.AUXILIARY_MIX, always(ClassMixes.of(labels, truth.classes()), clients)));
        scores.addAll(classMixes(Contestants.UNIFORM_MIX, always(ClassMixes.of(List.of(), truth.classes()), clients)));
        return scores;
    }

    private static double[][] always(double[] mix, int clients) {
        double[][] mixes = new double[clients][];
        Arrays.fill(mixes, mix);
        return mixes;
    }

    private List<Score> candidates(String name, ReconstructedInputs outcome) {
        List<Score> scores = new ArrayList<>(candidate(name, outcome.strongest()));
        if (outcome.candidates().size() > 1) {
            for (Candidate candidate : outcome.candidates()) {
                scores.addAll(candidate(name + "/" + candidate.strength(), candidate));
            }
        }
        outcome.detection()
                .ifPresent(detection -> outcome.strongest().reconstructions().keySet().stream()
                        .sorted()
                        .map(targets -> single(name, targets, Metric.HIJACK_DETECTED_AFTER, detection.batches()))
                        .forEach(scores::add));
        return scores;
    }

    private List<Score> candidate(String name, Candidate candidate) {
        List<Score> scores = new ArrayList<>(reconstructions(name, candidate.reconstructions()));
        for (TargetSet targets : TargetSet.values()) {
            if (candidate.reconstructions().containsKey(targets)) {
                scores.add(single(name, targets, Metric.ATTACK_VALIDATION_LOSS, candidate.validationLoss()));
                scores.add(single(name, targets, Metric.ATTACK_CONVERGED, candidate.converged() ? 1 : 0));
            }
        }
        return scores;
    }

    /** Scores of reconstructions {@code [n, …]} of each target set, by whomever. */
    public List<Score> reconstructions(String contestant, Map<TargetSet, INDArray> reconstructions) {
        List<Score> scores = new ArrayList<>();
        for (TargetSet targets : TargetSet.values()) {
            if (reconstructions.containsKey(targets)) {
                scores.addAll(reconstructions(contestant, targets, reconstructions.get(targets)));
            }
        }
        return scores;
    }

    private List<Score> reconstructions(String contestant, TargetSet targets, INDArray images) {
        INDArray originals = truth.originals(targets);
        List<Score> scores = new ArrayList<>();
        scores.add(mean(contestant, targets, Metric.MSE, ImageMetrics.meanSquaredError(originals, images)));
        if (originals.rank() == 4) {
            scores.add(mean(contestant, targets, Metric.PSNR, ImageMetrics.peakSignalToNoise(originals, images)));
            scores.add(mean(contestant, targets, Metric.SSIM, ImageMetrics.structuralSimilarity(originals, images)));
        }
        classifier()
                .ifPresent(reader -> scores.add(mean(
                        contestant,
                        targets,
                        Metric.CLASSIFIER_ACCURACY,
                        reader.recognised(images, truth.labels(targets)))));
        return scores;
    }

    private Score mean(String contestant, TargetSet targets, Metric metric, double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        Seed draws = seed.child(contestant).child(targets.label()).child(metric.label());
        Interval interval = Bootstrap.mean(values, options.bootstrapResamples(), draws);
        return new Score(contestant, targets, metric.label(), sum / values.length, Optional.of(interval));
    }

    /** Scores of the mean image of the victims' distribution in place of every reconstruction. */
    public List<Score> meanImage() {
        return meanImage(Contestants.MEAN_IMAGE, knowledge.auxiliary());
    }

    /**
     * Scores of the mean of an attacker's images in place of every reconstruction: what it knows without any leak.
     *
     * @param contestant {@link Contestants#MEAN_IMAGE}, with a slash and a name for attackers with records of another kind
     */
    public List<Score> meanImage(String contestant, AuxiliaryData records) {
        INDArray auxiliary = records.inputs();
        INDArray mean = auxiliary
                .mean(0)
                .reshape('c', Shape.ofExample(auxiliary.shape()).withBatch(1));
        List<Score> scores = new ArrayList<>();
        for (TargetSet targets : TargetSet.values()) {
            int[] always = new int[Math.toIntExact(truth.originals(targets).size(0))];
            scores.addAll(reconstructions(contestant, targets, Rows.of(mean, always)));
        }
        return scores;
    }

    /** Scores of the most frequent class in place of every inferred label: what is known without any leak. */
    public List<Score> majorityClass(TargetSet targets) {
        return labels.majorityClass(knowledge.auxiliary().labels(), targets);
    }

    /** How many originals the classifier recognises: its ceiling. */
    public List<Score> originals() {
        List<Score> scores = new ArrayList<>();
        classifier().ifPresent(reader -> {
            for (TargetSet targets : TargetSet.values()) {
                double[] right = reader.recognised(truth.originals(targets), truth.labels(targets));
                scores.add(mean(Contestants.ORIGINALS, targets, Metric.CLASSIFIER_ACCURACY, right));
            }
        });
        return scores;
    }

    /** Distance correlation of inputs and smashed data as they arrived, in both forms, with the null. */
    public List<Score> smashedData(ServerView view) {
        List<Score> scores = new ArrayList<>();
        for (TargetSet targets : TargetSet.values()) {
            INDArray inputs = truth.originals(targets);
            INDArray smashed = view.smashed(targets);
            PermutationTest test = PermutationTest.of(
                    inputs,
                    smashed,
                    options.permutations(),
                    seed.child("permutations").child(targets.label()));
            scores.add(smashed(targets, Metric.DCOR, DistanceCorrelation.of(inputs, smashed)));
            scores.add(smashed(targets, Metric.DCOR_BIAS_CORRECTED, test.value()));
            scores.add(
                    smashed(targets, Metric.DCOR_NULL_HIGH, test.nullInterval().high()));
            scores.add(smashed(targets, Metric.DCOR_NULL_P, test.p()));
            scores.add(smashed(targets, Metric.DCOR_N, inputs.size(0)));
        }
        return scores;
    }

    private static Score smashed(TargetSet targets, Metric metric, double value) {
        return single(Contestants.SMASHED_DATA, targets, metric, value);
    }

    private static Score single(String contestant, TargetSet targets, Metric metric, double value) {
        return new Score(contestant, targets, metric.label(), value, Optional.empty());
    }
}
