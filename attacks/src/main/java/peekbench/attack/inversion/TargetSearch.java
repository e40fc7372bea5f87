package peekbench.attack.inversion;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.attack.search.InputSpace;
import peekbench.nn.Rows;
import peekbench.nn.Segment;
import peekbench.seed.Seed;

/** Search for any number of inputs: batch by batch, each from several starts, all of which advance together. */
final class TargetSearch {
    private final List<List<InputSearch>> batches = new ArrayList<>();

    /**
     * @param outputs {@code [N, …]}, at least one
     * @param weight of the total variation
     * @param seed of the starts; the first is the space's centre, the others are random
     */
    TargetSearch(InputSpace space, double weight, INDArray outputs, SearchSettings settings, Seed seed) {
        for (long from = 0; from < outputs.size(0); from += settings.batchSize()) {
            long to = Math.min(from + settings.batchSize(), outputs.size(0));
            INDArray batch = outputs.get(NDArrayIndex.interval(from, to)).dup('c');
            List<InputSearch> starts = new ArrayList<>();
            for (int start = 0; start < settings.starts(); start++) {
                INDArray first = start == 0
                        ? space.centre(to - from)
                        : space.random(to - from, seed.child("start-" + start + "-from-" + from));
                starts.add(new InputSearch(space, weight, batch, first, settings.stepSize()));
            }
            batches.add(starts);
        }
    }

    /** One search a batch and start. */
    List<InputSearch> searches() {
        return batches.stream().flatMap(List::stream).toList();
    }

    /** One step of every search. */
    void step(Segment network, double scale) {
        searches().forEach(search -> search.step(network, scale));
    }

    /** The best start's inputs of each target, and the mean of what it was chosen by. */
    Found found(Segment network) {
        List<INDArray> inputs = new ArrayList<>();
        double sum = 0;
        int count = 0;
        for (List<InputSearch> starts : batches) {
            List<double[]> losses =
                    starts.stream().map(start -> start.losses(network)).toList();
            int examples = losses.get(0).length;
            int[] rows = new int[examples];
            for (int example = 0; example < examples; example++) {
                int best = 0;
                for (int start = 1; start < starts.size(); start++) {
                    best = losses.get(start)[example] < losses.get(best)[example] ? start : best;
                }
                rows[example] = best * examples + example;
                sum += losses.get(best)[example];
            }
            count += examples;
            inputs.add(Rows.of(
                    concatenated(starts.stream().map(InputSearch::inputs).toList()), rows));
        }
        return new Found(concatenated(inputs), sum / count);
    }

    private static INDArray concatenated(List<INDArray> parts) {
        return Nd4j.concat(0, parts.toArray(new INDArray[0]));
    }

    /**
     * What a search came to.
     *
     * @param inputs {@code [N, …]}
     * @param loss mean of what is minimised
     */
    record Found(INDArray inputs, double loss) {}
}
