package peekbench.attack.label;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import peekbench.seed.Seed;
import peekbench.threat.attack.LabelGuess;
import peekbench.threat.observation.ObservedBatch;

/**
 * The norm attack: the gradient of the cross-entropy at the cut is, for an example of class y that the network gives the
 * probability p, proportional to {@code 1 - p_y}. Where one class is rare the network is long unsure of it, so its examples
 * have the longer gradients. The evidence for the rare class is {@code |g_j| / median_k |g_k|} over the batch.
 *
 * <p>The attacker takes the class that is rarer among its own records for the rare one, and gives its label to the share of
 * examples that it has there, those of the longest gradients first.
 *
 * <p>Deviations: the paper takes the area under the curve in each batch; here one is taken over an epoch, for which norms
 * are made comparable by the batch's median. The paper leaves the threshold open.
 */
final class GradientNorm extends GradientAttack {
    GradientNorm(GradientNormOptions options) {
        super(options.epochs(), false);
    }

    @Override
    public String name() {
        return "gradient-norm";
    }

    @Override
    LabelGuess guess(List<ObservedBatch> batches, Classes classes, Seed seed) {
        List<Double> lengths = new ArrayList<>();
        for (ObservedBatch batch : batches) {
            double[][] rows = Directions.rows(batch.gradients());
            double[] norms = new double[rows.length];
            IntStream.range(0, rows.length).forEach(i -> norms[i] = Directions.norm(rows[i]));
            double median = new Median().evaluate(norms);
            for (double norm : norms) {
                lengths.add(median > 0 ? norm / median : norm);
            }
        }
        int rare = classes.rare();
        return new LabelGuess(
                longest(lengths, rare, classes.share(rare)),
                lengths.stream().map(length -> rare == 1 ? length : -length).toList());
    }

    private static List<Integer> longest(List<Double> lengths, int rare, double share) {
        List<Integer> labels = new ArrayList<>(Collections.nCopies(lengths.size(), 1 - rare));
        IntStream.range(0, lengths.size())
                .boxed()
                .sorted(Comparator.comparing(lengths::get, Comparator.reverseOrder()))
                .limit(Math.round(share * lengths.size()))
                .forEach(example -> labels.set(example, rare));
        return labels;
    }
}
