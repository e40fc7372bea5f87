package peekbench.defense.learned;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.BatchTrainer;
import peekbench.nn.Optimizer;
import peekbench.nn.Segment;
import peekbench.nn.array.Shape;
import peekbench.nn.loss.LossAndGradient;
import peekbench.nn.loss.LossFunction;
import peekbench.nn.model.ReconstructionNetwork;
import peekbench.threat.defense.DefenseContext;
import peekbench.threat.defense.LossTerm;

/** The decoder that one client trains against itself. */
final class InnerDecoder {
    private final AdversarialDecoder options;
    private final Segment network;
    private final BatchTrainer trainer;

    /**
     * @param smashed the shape of one example of smashed data
     * @param input the shape of one input
     */
    InnerDecoder(AdversarialDecoder options, Shape smashed, Shape input, DefenseContext context) {
        this.options = options;
        this.network = Segment.create(
                ReconstructionNetwork.layers(options.width(), smashed, input),
                smashed,
                context.precision(),
                context.seed().child("adversarial-decoder"));
        this.trainer =
                new BatchTrainer(network, Optimizer.Adam.of(options.learningRate()), LossFunction.MEAN_SQUARED_ERROR);
    }

    /** Some steps on one batch. */
    void learn(INDArray input, INDArray smashed) {
        for (int step = 0; step < options.steps(); step++) {
            trainer.step(smashed, input);
        }
    }

    /** {@code -λ min(e, v)} of the decoder as it is; its statistic is e. */
    LossTerm term(INDArray input, INDArray smashed) {
        LossAndGradient error = LossFunction.MEAN_SQUARED_ERROR.of(network.forward(smashed), input);
        INDArray slope = network.backward(error.gradient());
        double factor = error.loss() < errorOfTheMean(input) ? -options.weight() : 0;
        return new LossTerm(error.loss(), slope.mul(factor));
    }

    /** v: how wrong the batch's mean is as a reconstruction of each of its inputs. */
    private static double errorOfTheMean(INDArray input) {
        INDArray mean = input.mean(0);
        return input.mul(input).meanNumber().doubleValue()
                - mean.mul(mean).meanNumber().doubleValue();
    }
}
