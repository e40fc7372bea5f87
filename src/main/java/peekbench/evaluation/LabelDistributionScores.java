package peekbench.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import peekbench.metric.Metric;
import peekbench.threat.attack.InferredLabelDistributions;
import peekbench.threat.observation.TargetSet;

/** Compares label distributions that are said of clients with the true ones. */
final class LabelDistributionScores {
    private final PrivateTruth truth;
    private final Means means;

    LabelDistributionScores(PrivateTruth truth, Means means) {
        this.truth = truth;
        this.means = means;
    }

    List<Score> attack(Subject attack, InferredLabelDistributions inferred) {
        List<Score> scores = new ArrayList<>(of(attack, inferred.distributions().toDoubleMatrix()));
        scores.add(
                new Score(attack, TargetSet.VICTIM_TRAIN, Metric.ATTACK_VALIDATION_LOSS, inferred.validationError()));
        return scores;
    }

    /** What the attack says of every class of every client. */
    List<Claims.ClassShare> claims(InferredLabelDistributions inferred) {
        double[][] said = inferred.distributions().toDoubleMatrix();
        double[][] actual = truth.labelDistributions();
        List<Claims.ClassShare> claims = new ArrayList<>();
        for (int client = 0; client < actual.length; client++) {
            for (int label = 0; label < actual[client].length; label++) {
                claims.add(new Claims.ClassShare(client, label, actual[client][label], said[client][label]));
            }
        }
        return claims;
    }

    /** Scores of what anybody would say: the distribution of these labels, and even shares. */
    List<Score> floors(List<Integer> labels) {
        List<Score> scores = new ArrayList<>();
        scores.addAll(always(Reference.AUXILIARY_MIX, labels));
        scores.addAll(always(Reference.UNIFORM_MIX, List.of()));
        return scores;
    }

    private List<Score> always(Reference floor, List<Integer> labels) {
        double[][] distributions = new double[truth.labelDistributions().length][];
        Arrays.fill(distributions, LabelDistributions.of(labels, truth.classes()));
        return of(floor.subject(), distributions);
    }

    private List<Score> of(Subject subject, double[][] distributions) {
        double[][] actual = truth.labelDistributions();
        double[] distances = new double[actual.length];
        for (int client = 0; client < distances.length; client++) {
            distances[client] = LabelDistributions.totalVariation(actual[client], distributions[client]);
        }
        double[] errors = Arrays.stream(distances)
                .map(distance -> 2 * distance / truth.classes())
                .toArray();
        return List.of(
                means.of(subject, TargetSet.VICTIM_TRAIN, Metric.LABEL_DISTRIBUTION_DISTANCE, distances),
                means.of(subject, TargetSet.VICTIM_TRAIN, Metric.LABEL_DISTRIBUTION_ERROR, errors));
    }
}
