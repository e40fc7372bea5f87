package peekbench.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.metric.Metric;
import peekbench.nn.Rows;
import peekbench.nn.array.Shape;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.TargetSet;

/** Compares reconstructions with the originals. */
final class ReconstructionScores {
    private final PrivateTruth truth;
    private final AttackerKnowledge knowledge;
    private final RecordMetrics metrics;
    private final Means means;
    private final int classifierEpochs;
    private final Seed seed;
    private final Map<TargetSet, List<Integer>> originalsRead = new EnumMap<>(TargetSet.class);
    private Optional<ReconstructionClassifier> classifier = Optional.empty();

    /** What reconstructions of a target set are worth, record by record, in the order of scores. */
    private record Comparison(
            INDArray originals, INDArray images, Map<Metric, double[]> values, List<Integer> read, Lookups lookups) {
        ReconstructedRecords reconstructed(TargetSet targets) {
            return new ReconstructedRecords(targets, originals, images, values, read);
        }
    }

    ReconstructionScores(
            PrivateTruth truth,
            AttackerKnowledge knowledge,
            RecordMetrics metrics,
            Means means,
            int classifierEpochs,
            Seed seed) {
        this.truth = truth;
        this.knowledge = knowledge;
        this.metrics = metrics;
        this.means = means;
        this.classifierEpochs = classifierEpochs;
        this.seed = seed;
    }

    private Optional<ReconstructionClassifier> classifier() {
        if (classifier.isEmpty() && truth.classes() > 0 && classifierEpochs > 0) {
            classifier = Optional.of(new ReconstructionClassifier(
                    knowledge.auxiliary(), truth.classes(), classifierEpochs, seed.child("classifier")));
        }
        return classifier;
    }

    /**
     * The strongest candidate's scores for each set of records under the attack's own name, every candidate's under its own.
     * Where an attack cannot know which record of a batch is which, every candidate's reconstructions are given to the batch's
     * originals so that their mean squared errors have the smallest sum; the same is done for good and bad ones, so even noise
     * gains a little by it.
     */
    AttackResult attack(Subject attack, ReconstructedInputs outcome) {
        ReconstructedInputs ordered = new BatchOrder(outcome.unorderedWithin()).of(outcome, truth::originals);
        IdentityHashMap<Candidate, Map<TargetSet, Comparison>> comparisons = new IdentityHashMap<>();
        Function<Candidate, Map<TargetSet, Comparison>> compare =
                candidate -> comparisons.computeIfAbsent(candidate, one -> compared(one.reconstructions()));
        Map<TargetSet, Comparison> best = new EnumMap<>(TargetSet.class);
        List<Score> scores = new ArrayList<>();
        ordered.candidates().stream()
                .flatMap(candidate -> candidate.reconstructions().keySet().stream())
                .distinct()
                .sorted()
                .forEach(targets -> {
                    Candidate strongest = ordered.strongest(targets);
                    Comparison comparison = compare.apply(strongest).get(targets);
                    best.put(targets, comparison);
                    scores.addAll(candidate(attack, strongest, Map.of(targets, comparison)));
                });
        if (ordered.candidates().size() > 1) {
            for (Candidate candidate : ordered.candidates()) {
                scores.addAll(candidate(attack.at(candidate.strength()), candidate, compare.apply(candidate)));
            }
        }
        outcome.detection()
                .ifPresent(detection -> best.keySet().stream()
                        .map(targets -> new Score(attack, targets, Metric.HIJACK_DETECTED_AFTER, detection.batches()))
                        .forEach(scores::add));
        return new AttackResult(scores, reconstructed(best), Claims.NONE, Optional.empty());
    }

    private List<Score> candidate(Subject subject, Candidate candidate, Map<TargetSet, Comparison> comparisons) {
        List<Score> scores = new ArrayList<>(scores(subject, comparisons));
        for (TargetSet targets : comparisons.keySet()) {
            scores.add(new Score(subject, targets, Metric.ATTACK_VALIDATION_LOSS, candidate.validationLoss()));
            scores.add(new Score(subject, targets, Metric.ATTACK_CONVERGED, candidate.converged() ? 1 : 0));
        }
        return scores;
    }

    private static List<ReconstructedRecords> reconstructed(Map<TargetSet, Comparison> comparisons) {
        return comparisons.entrySet().stream()
                .map(set -> set.getValue().reconstructed(set.getKey()))
                .toList();
    }

    /** The class that is read in each original; empty where there is no classifier. */
    List<Integer> readInOriginals(TargetSet targets) {
        return originalsRead.computeIfAbsent(targets, set -> read(truth.originals(set)));
    }

    private List<Integer> read(INDArray inputs) {
        return classifier().map(reader -> reader.read(inputs)).orElseGet(List::of);
    }

    /** Scores of reconstructions {@code [n, …]} of each target set, by whomever. */
    List<Score> of(Subject subject, Map<TargetSet, INDArray> reconstructions) {
        return scores(subject, compared(reconstructions));
    }

    private List<Score> scores(Subject subject, Map<TargetSet, Comparison> comparisons) {
        List<Score> scores = new ArrayList<>();
        comparisons.forEach((targets, pairs) -> {
            pairs.values().forEach((metric, values) -> scores.add(means.of(subject, targets, metric, values)));
            scores.addAll(pairs.lookups().scores(subject, targets));
        });
        return scores;
    }

    private Map<TargetSet, Comparison> compared(Map<TargetSet, INDArray> reconstructions) {
        Map<TargetSet, Comparison> comparisons = new EnumMap<>(TargetSet.class);
        reconstructions.forEach((targets, images) -> comparisons.put(targets, compared(targets, images)));
        return comparisons;
    }

    private Comparison compared(TargetSet targets, INDArray images) {
        INDArray originals = truth.originals(targets);
        Map<Metric, double[]> values = metrics.ours(originals, images);
        List<Integer> read = read(images);
        if (!read.isEmpty()) {
            values.put(Metric.CLASSIFIER_ACCURACY, ReconstructionClassifier.recognised(read, truth.labels(targets)));
        }
        Optional<FeatureSpace> features = classifier().map(ReconstructionClassifier::features);
        features.filter(space -> Shape.ofExample(originals.shape()).isImage())
                .ifPresent(space -> values.put(Metric.FEATURE_DISTANCE, space.distances(originals, images)));
        values.putAll(metrics.further(originals, images));
        Lookups lookups = Lookups.of(knowledge.auxiliary().inputs(), features, originals, images);
        return new Comparison(originals, images, values, read, lookups);
    }

    /** Scores of the mean of somebody's images in place of every reconstruction. */
    List<Score> mean(Subject subject, AuxiliaryData records) {
        INDArray auxiliary = records.inputs();
        return always(
                subject,
                auxiliary
                        .mean(0)
                        .reshape('c', Shape.ofExample(auxiliary.shape()).withBatch(1)));
    }

    /** Scores of the best image of one brightness in place of every reconstruction; none for records that are no images. */
    List<Score> bestConstant(Subject subject) {
        INDArray auxiliary = knowledge.auxiliary().inputs();
        return Shape.ofExample(auxiliary.shape()).isImage() ? always(subject, BestConstant.of(auxiliary)) : List.of();
    }

    /** @param answer {@code [1, …]} */
    private List<Score> always(Subject subject, INDArray answer) {
        Map<TargetSet, INDArray> always = new EnumMap<>(TargetSet.class);
        for (TargetSet targets : TargetSet.values()) {
            int[] first = new int[Math.toIntExact(truth.originals(targets).size(0))];
            always.put(targets, Rows.of(answer, first));
        }
        return of(subject, always);
    }

    /** How many originals the classifier recognises: its ceiling. */
    List<Score> originals() {
        List<Score> scores = new ArrayList<>();
        for (TargetSet targets : TargetSet.values()) {
            List<Integer> read = readInOriginals(targets);
            if (!read.isEmpty()) {
                double[] right = ReconstructionClassifier.recognised(read, truth.labels(targets));
                scores.add(means.of(Reference.ORIGINALS.subject(), targets, Metric.CLASSIFIER_ACCURACY, right));
            }
        }
        return scores;
    }
}
