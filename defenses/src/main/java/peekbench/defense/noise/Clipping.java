package peekbench.defense.noise;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.defense.array.ExampleRows;

/**
 * Scales each example down to a norm of at most C: {@code c(z) = z min(1, C / |z|)}.
 *
 * @param norm of one example
 * @param bound C, greater than 0
 */
record Clipping(Norm norm, double bound) {

    /** {@code c(z)} of a batch {@code [N, …]}, in new memory. */
    INDArray clip(INDArray smashed) {
        double[][] rows = ExampleRows.of(smashed);
        for (double[] row : rows) {
            double length = norm.of(row);
            if (length > bound) {
                for (int i = 0; i < row.length; i++) {
                    row[i] *= bound / length;
                }
            }
        }
        return ExampleRows.array(rows, smashed);
    }

    /**
     * The gradient through {@link #clip}: the exact Jacobian, {@code ∂L/∂z = C / |z| (g - (g · z / |z|) ∂|z|/∂z)} where an
     * example was clipped and g itself where not.
     *
     * @param gradient g {@code [N, …]} with respect to c(z)
     * @param smashed z
     */
    INDArray backward(INDArray gradient, INDArray smashed) {
        double[][] gradients = ExampleRows.of(gradient);
        double[][] rows = ExampleRows.of(smashed);
        for (int example = 0; example < rows.length; example++) {
            double[] z = rows[example];
            double length = norm.of(z);
            if (length > bound) {
                double[] g = gradients[example];
                double along = ExampleRows.dot(g, z) / length;
                for (int i = 0; i < z.length; i++) {
                    g[i] = bound / length * (g[i] - along * norm.slope(z, i, length));
                }
            }
        }
        return ExampleRows.array(gradients, gradient);
    }
}
