package peekbench.defense.label;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.defense.array.ExampleRows;
import peekbench.problem.ConfigurationException;

/** Labels of two classes, read from targets. */
final class BinaryTargets {
    private BinaryTargets() {}

    /**
     * Which examples are of the second class.
     *
     * @param targets {@code [N, 2]} one-hot or {@code [N, 1]} of 0 and 1
     * @throws ConfigurationException when they are anything else
     */
    static boolean[] positive(INDArray targets) {
        double[][] rows = ExampleRows.of(targets);
        boolean[] positive = new boolean[rows.length];
        for (int example = 0; example < rows.length; example++) {
            double[] row = rows[example];
            double last = row[row.length - 1];
            boolean zeroOrOne = last == 0 || last == 1;
            boolean binary = zeroOrOne && (row.length == 1 || (row.length == 2 && row[0] == 1 - last));
            if (!binary) {
                throw new ConfigurationException("The defense (marvell) protects the labels of two classes; "
                        + (row.length > 2
                                ? "this task has " + row.length + " outputs"
                                : "this task has the target " + last)
                        + ". Use the defense max-norm, or data of two classes.");
            }
            positive[example] = last == 1;
        }
        return positive;
    }
}
