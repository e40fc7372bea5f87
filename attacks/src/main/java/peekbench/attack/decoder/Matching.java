package peekbench.attack.decoder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.metric.Assignment;
import peekbench.nn.Channels;

/** How an attacker puts the channels of smashed data into the order of the weights that it knows. */
public enum Matching {
    /** They stay as they arrived. */
    NONE {
        @Override
        int[] order(INDArray known, INDArray arrived) {
            return IntStream.range(0, Channels.count(known)).toArray();
        }
    },
    /**
     * Each arrived channel goes to the known one that it resembles, so that the sum of squared distances of {@link
     * ChannelStatistics} is smallest over all one-to-one assignments.
     */
    STATISTICS {
        @Override
        int[] order(INDArray known, INDArray arrived) {
            double[][] wanted = ChannelStatistics.of(known);
            double[][] found = ChannelStatistics.of(arrived);
            double[][] costs = new double[wanted.length][found.length];
            for (int i = 0; i < wanted.length; i++) {
                for (int j = 0; j < found.length; j++) {
                    costs[i][j] = squaredDistance(wanted[i], found[j]);
                }
            }
            return Assignment.cheapest(costs);
        }
    };

    /**
     * The order to put arrived channels into.
     *
     * @param known {@code [N, C, …]}, what the known weights make of the attacker's records
     * @param arrived {@code [M, C, …]}, smashed data of other records
     * @return for each channel of {@code known} its place among those of {@code arrived}
     */
    abstract int[] order(INDArray known, INDArray arrived);

    private static double squaredDistance(double[] left, double[] right) {
        return IntStream.range(0, left.length)
                .mapToDouble(i -> (left[i] - right[i]) * (left[i] - right[i]))
                .sum();
    }

    /** The name in scenarios and tables. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The matching of that name. */
    static Optional<Matching> of(String label) {
        return Arrays.stream(values())
                .filter(matching -> matching.label().equals(label))
                .findFirst();
    }
}
