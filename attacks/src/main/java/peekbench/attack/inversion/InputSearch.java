package peekbench.attack.inversion;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.attack.search.InputSpace;
import peekbench.attack.search.TotalVariation;
import peekbench.nn.Optimizer;
import peekbench.nn.OptimizerState;
import peekbench.nn.Segment;
import peekbench.nn.loss.LossFunction;

/**
 * Search for one batch of inputs {@code x} of known outputs {@code z} from one start: Adam on {@code mean((f(x) - z)²) +
 * weight TV(x)} of each example. Examples do not influence each other, since their losses are added, not averaged.
 */
final class InputSearch {
    private final InputSpace space;
    private final double weight;
    private final INDArray outputs;
    private final INDArray searched;
    private final INDArray gradient;
    private final OptimizerState optimizer;

    /**
     * @param space where inputs are looked for
     * @param weight of the total variation; 0 for tables
     * @param outputs {@code [N, …]}
     * @param start {@code [N, …]}, overwritten
     * @param stepSize Adam's
     */
    InputSearch(InputSpace space, double weight, INDArray outputs, INDArray start, double stepSize) {
        this.space = space;
        this.weight = weight;
        this.outputs = outputs;
        this.searched = start;
        this.gradient = Nd4j.zerosLike(start);
        this.optimizer = Optimizer.Adam.of(stepSize).start(searched, gradient);
    }

    /** One step along the gradient through {@code network}, {@code scale} times as large as the step size. */
    void step(Segment network, double scale) {
        INDArray inputs = space.view(searched);
        INDArray slopes = LossFunction.MEAN_SQUARED_ERROR
                .of(network.forward(inputs), outputs)
                .gradient()
                .muli(outputs.size(0));
        gradient.assign(network.backward(slopes));
        if (weight > 0) {
            TotalVariation.addGradient(inputs, weight, gradient);
        }
        space.pullBack(gradient);
        optimizer.scaleLearningRate(scale);
        optimizer.step();
        space.clip(searched);
    }

    /** Writes the gradient of the network's parameters at the inputs found so far. */
    void networkGradient(Segment network) {
        network.backwardParameters(LossFunction.MEAN_SQUARED_ERROR
                .of(network.forward(inputs()), outputs)
                .gradient());
    }

    /** What is minimised, of each example. */
    double[] losses(Segment network) {
        INDArray inputs = inputs();
        INDArray errors = network.predict(inputs).subi(outputs);
        int examples = Math.toIntExact(outputs.size(0));
        INDArray losses = errors.muli(errors)
                .reshape('c', examples, errors.length() / examples)
                .mean(1);
        if (weight > 0) {
            losses.addi(TotalVariation.of(inputs).muli(weight));
        }
        return losses.toDoubleVector();
    }

    /** The inputs found so far, in new memory. */
    INDArray inputs() {
        return space.decode(searched);
    }
}
