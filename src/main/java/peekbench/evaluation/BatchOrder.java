package peekbench.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.metric.Assignment;
import peekbench.metric.ImageMetrics;
import peekbench.nn.Rows;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.TargetSet;

/**
 * Puts reconstructions of records that came mixed up in batches into the order of the originals.
 *
 * @param batchSize records a batch; the last of a target set may have fewer
 */
record BatchOrder(int batchSize) {

    /** The same reconstructions in the order of the originals. */
    ReconstructedInputs of(ReconstructedInputs outcome, Function<TargetSet, INDArray> originals) {
        if (batchSize == 1) {
            return outcome;
        }
        List<Candidate> candidates = outcome.candidates().stream()
                .map(candidate -> candidate.with(ordered(candidate.reconstructions(), originals)))
                .toList();
        return new ReconstructedInputs(candidates, outcome.findings(), outcome.detection(), 1);
    }

    private Map<TargetSet, INDArray> ordered(
            Map<TargetSet, INDArray> reconstructions, Function<TargetSet, INDArray> originals) {
        Map<TargetSet, INDArray> result = new EnumMap<>(TargetSet.class);
        reconstructions.forEach((targets, images) -> result.put(targets, ordered(images, originals.apply(targets))));
        return result;
    }

    /** Reconstructions {@code [N, …]} of originals {@code [N, …]}. */
    private INDArray ordered(INDArray images, INDArray originals) {
        int n = Math.toIntExact(originals.size(0));
        int[] order = new int[n];
        for (int from = 0; from < n; from += batchSize) {
            int size = Math.min(batchSize, n - from);
            double[][] costs = new double[size][size];
            for (int original = 0; original < size; original++) {
                int[] same = new int[size];
                int[] each = new int[size];
                for (int image = 0; image < size; image++) {
                    same[image] = from + original;
                    each[image] = from + image;
                }
                costs[original] = ImageMetrics.meanSquaredError(Rows.of(originals, same), Rows.of(images, each));
            }
            int[] assigned = Assignment.cheapest(costs);
            for (int original = 0; original < size; original++) {
                order[from + original] = from + assigned[original];
            }
        }
        return Rows.of(images, order);
    }
}
