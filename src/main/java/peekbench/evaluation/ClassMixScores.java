package peekbench.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import peekbench.metric.Metric;
import peekbench.threat.attack.InferredClassMix;
import peekbench.threat.observation.TargetSet;

/** Compares class mixes that are said of clients with the true ones. */
final class ClassMixScores {
    private final PrivateTruth truth;
    private final Means means;

    ClassMixScores(PrivateTruth truth, Means means) {
        this.truth = truth;
        this.means = means;
    }

    List<Score> attack(Subject attack, InferredClassMix inferred) {
        List<Score> scores = new ArrayList<>(of(attack, inferred.mixes().toDoubleMatrix()));
        scores.add(
                new Score(attack, TargetSet.VICTIM_TRAIN, Metric.ATTACK_VALIDATION_LOSS, inferred.validationError()));
        return scores;
    }

    /** Scores of what anybody would say: the mix of these labels, and even shares. */
    List<Score> floors(List<Integer> labels) {
        List<Score> scores = new ArrayList<>();
        scores.addAll(always(Reference.AUXILIARY_MIX, labels));
        scores.addAll(always(Reference.UNIFORM_MIX, List.of()));
        return scores;
    }

    private List<Score> always(Reference floor, List<Integer> labels) {
        double[][] mixes = new double[truth.classMixes().length][];
        Arrays.fill(mixes, ClassMixes.of(labels, truth.classes()));
        return of(floor.subject(), mixes);
    }

    private List<Score> of(Subject subject, double[][] mixes) {
        double[][] actual = truth.classMixes();
        double[] distances = new double[actual.length];
        for (int client = 0; client < distances.length; client++) {
            distances[client] = ClassMixes.totalVariation(actual[client], mixes[client]);
        }
        double[] errors = Arrays.stream(distances)
                .map(distance -> 2 * distance / truth.classes())
                .toArray();
        return List.of(
                means.of(subject, TargetSet.VICTIM_TRAIN, Metric.CLASS_MIX_DISTANCE, distances),
                means.of(subject, TargetSet.VICTIM_TRAIN, Metric.CLASS_MIX_ERROR, errors));
    }
}
