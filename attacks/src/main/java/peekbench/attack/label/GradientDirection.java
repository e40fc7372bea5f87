package peekbench.attack.label;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import peekbench.seed.Seed;
import peekbench.threat.attack.LabelGuess;
import peekbench.threat.observation.ObservedBatch;

/**
 * The direction attack: behind a linear layer the gradients of one class point one way, {@code cos(g_a, g_b) > 0} for two
 * examples of one class and {@code < 0} for two of different ones where there are two classes. For each class the attack
 * keeps a reference direction and gives each example the class of the nearest: the largest cosine.
 *
 * <p>The first references are drawn from the first steps: the longest gradient's direction, then again and again the one
 * that is farthest from all so far, then the mean directions of those nearest to them. Weights move while a network trains,
 * so after each batch a reference becomes the mean direction of the examples given to it. With two classes the evidence is
 * the difference of the cosines, and the reference with fewer examples is taken for the class that is rarer among the
 * attacker's records.
 *
 * <p>Deviation: the paper hands the attacker the gradient of one positive example of each batch. Here nobody hands it any,
 * so labels are up to permutation, and references take that gradient's place.
 */
final class GradientDirection extends GradientAttack {
    private static final int EXAMPLES_A_CLASS = 16;
    private static final int ROUNDS = 10;

    GradientDirection(GradientDirectionOptions options) {
        super(options.epochs(), true);
    }

    @Override
    public String name() {
        return "gradient-direction";
    }

    @Override
    LabelGuess guess(List<ObservedBatch> batches, Classes classes, Seed seed) {
        References references = first(batches, classes.count());
        List<Integer> labels = new ArrayList<>();
        List<Double> evidence = new ArrayList<>();
        for (ObservedBatch batch : batches) {
            double[][] directions = Directions.of(batch.gradients());
            references = references.movedTo(directions);
            for (double[] direction : directions) {
                labels.add(references.nearest(direction));
                if (classes.two()) {
                    evidence.add(references.cosine(1, direction) - references.cosine(0, direction));
                }
            }
        }
        boolean swapped =
                classes.two() && (2 * Collections.frequency(labels, 1) > labels.size()) == (classes.rare() == 1);
        return swapped
                ? new LabelGuess(
                        labels.stream().map(label -> 1 - label).toList(),
                        evidence.stream().map(difference -> -difference).toList())
                : new LabelGuess(labels, evidence);
    }

    private static References first(List<ObservedBatch> batches, int classes) {
        List<double[]> rows = new ArrayList<>();
        for (ObservedBatch batch : batches) {
            if (rows.size() < EXAMPLES_A_CLASS * classes) {
                Collections.addAll(rows, Directions.rows(batch.gradients()));
            }
        }
        References references = References.farApart(rows, classes);
        double[][] directions = rows.toArray(new double[0][]);
        for (int round = 0; round < ROUNDS; round++) {
            references = references.movedTo(directions);
        }
        return references;
    }
}
