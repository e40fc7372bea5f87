package peekbench.attack.inversion;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.search.InputSpace;
import peekbench.nn.Optimizer;
import peekbench.nn.OptimizerState;
import peekbench.nn.Segment;
import peekbench.seed.Seed;
import peekbench.threat.view.CuriousServerView;

/** Alternates between inputs and the weights of one clone of the client's layers, for {@link UnSplit}. */
final class CloneSearch {
    private final UnSplitOptions options;
    private final CuriousServerView view;
    private final InputSpace space;
    private final Strength strength;

    CloneSearch(UnSplitOptions options, CuriousServerView view, InputSpace space, Strength strength) {
        this.options = options;
        this.view = view;
        this.space = space;
        this.strength = strength;
    }

    /**
     * A clone of fresh weights and searches for the inputs of all these outputs.
     *
     * @param outputs a set each, {@code [N, …]}
     */
    SearchGroup group(List<INDArray> outputs, Seed seed) {
        Segment clone = Segment.create(view.clientLayers(), view.inputShape(), view.precision(), seed)
                .inferenceCopy();
        List<TargetSearch> searches = outputs.stream()
                .map(set -> new TargetSearch(space, strength.weight(), set, options.search(), seed))
                .toList();
        OptimizerState optimizer = Optimizer.Adam.of(options.weightStepSize()).start(clone);
        return new SearchGroup(clone, searches, scale -> advance(clone, searches, optimizer, scale));
    }

    private void advance(Segment clone, List<TargetSearch> searches, OptimizerState optimizer, double scale) {
        for (int step = 0; step < options.inputSteps(); step++) {
            searches.forEach(search -> search.step(clone, scale));
        }
        optimizer.scaleLearningRate(scale);
        List<InputSearch> batches =
                searches.stream().flatMap(search -> search.searches().stream()).toList();
        for (int step = 0; step < options.weightSteps() && clone.parameterCount() > 0; step++) {
            for (InputSearch batch : batches) {
                batch.networkGradient(clone);
                optimizer.step();
            }
        }
    }
}
