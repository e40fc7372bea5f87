package peekbench.nn.layer;

import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Paper;
import peekbench.registry.Summary;

/**
 * Sets each number to 0 with a probability while training, and multiplies the others by {@code 1 / (1 - rate)}, so that a
 * prediction, which drops nothing, has the same mean. The shape stays.
 *
 * <p>What is dropped follows from the seed that the segment was made with, the layer's name and the
 * number of the training pass. Deviation from the paper: the scale is applied while training, not when predicting, as
 * everywhere today.
 *
 * @param rate the probability, in {@code [0, 1)}
 */
@Paper(
        authors = "Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov",
        title = "Dropout: A Simple Way to Prevent Neural Networks from Overfitting",
        year = 2014,
        venue = "JMLR 15",
        section = "4")
@Summary("sets numbers to 0 while training")
public record Dropout(
        @Default("0.5") @Summary("probability of that") double rate) implements LayerSpec {
    /** Beyond this the scale of what is left is no training any more. */
    public static final double HIGHEST = .999;

    public Dropout {
        Problems problems = new Problems();
        problems.inRange("rate", rate, 0, HIGHEST);
        problems.throwIfAny();
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    /** One multiplication a number. */
    @Override
    public long forwardFlops(Shape input) {
        return input.length();
    }

    @Override
    public boolean treatsExamplesAlone() {
        return rate == 0;
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new DropoutLayer(input, rate, precision);
    }
}
