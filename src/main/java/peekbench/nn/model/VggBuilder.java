package peekbench.nn.model;

import java.util.List;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.BatchNormalization;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Dropout;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.MaxPooling;
import peekbench.problem.Problems;

/**
 * What the networks of Simonyan and Zisserman have in common: five groups of 3x3 convolutions, each ending in a pooling,
 * and a classifier of dense layers.
 */
final class VggBuilder {
    /** Five poolings halve such a side to one pixel. */
    private static final int SMALLEST_SIDE = 32;

    private static final int[] WIDTHS = {64, 128, 256, 512, 512};

    private final boolean batchNormalization;
    private final List<Integer> hidden;
    private final double dropout;

    VggBuilder(boolean batchNormalization, List<Integer> hidden, double dropout) {
        this.batchNormalization = batchNormalization;
        this.hidden = hidden;
        this.dropout = dropout;
    }

    /** Refuses options of the classifier that cannot be, all at once. */
    static void check(List<Integer> hidden, double dropout) {
        Problems problems = new Problems();
        for (int place = 0; place < hidden.size(); place++) {
            problems.atLeast("hidden[" + place + "]", hidden.get(place), 1);
        }
        problems.inRange("dropout", dropout, 0, Dropout.HIGHEST);
        problems.throwIfAny();
    }

    /**
     * The network.
     *
     * @param convolutions how many each group has
     */
    Architecture build(String name, Shape input, int outputs, int... convolutions) {
        ImageInput.check(name, SMALLEST_SIDE, input);
        Architecture.Builder builder = new Architecture.Builder();
        for (int group = 1; group <= convolutions.length; group++) {
            for (int place = 1; place <= convolutions[group - 1]; place++) {
                String number = group + "-" + place;
                builder.add("conv" + number, new Convolution(WIDTHS[group - 1], 3, 1, 1));
                if (batchNormalization) {
                    builder.add("norm" + number, new BatchNormalization());
                }
                builder.add("relu" + number, Activation.RELU);
            }
            builder.add("pool" + group, new MaxPooling(2, 2));
        }
        builder.add("flatten", new Flatten());
        for (int place = 1; place <= hidden.size(); place++) {
            builder.add("fc" + place, new Dense(hidden.get(place - 1))).add("fc-relu" + place, Activation.RELU);
            if (dropout > 0) {
                builder.add("dropout" + place, new Dropout(dropout));
            }
        }
        return builder.add("fc" + (hidden.size() + 1), new Dense(outputs)).build(name, input);
    }
}
