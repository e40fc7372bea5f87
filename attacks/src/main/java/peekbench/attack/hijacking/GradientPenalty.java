package peekbench.attack.hijacking;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.registry.Paper;

/**
 * The penalty that keeps a critic {@code D} Lipschitz, {@code P = λ/N Σ_n (|g_n| - 1)²} with {@code g_n = ∇D(z_n)}.
 *
 * <p>Its derivative needs a second one of D, which the engine does not have. With {@code u_n = g_n / |g_n|} and {@code c_n =
 * 2λ/N (|g_n| - 1)}, {@code dP/dw = Σ_n c_n d/dw (g_n · u_n)} with u held, and the mixed product is the central difference
 * {@code d/dw (D(z_n + e u_n) - D(z_n - e u_n)) / 2e}. So the penalty's gradient is the ordinary one of {@code Σ_k y_k D(p_k)}
 * at twice as many points {@code p} with weights {@code y} on the outputs.
 *
 * <p>e is the cube root of the machine epsilon times the mean norm of {@code z_n}, where rounding and curvature err alike.
 * Inside a linear piece of a ReLU network the difference is exact but for rounding.
 *
 * @param weight λ
 */
@Paper(
        authors = "Gulrajani, Ahmed, Arjovsky, Dumoulin, Courville",
        title = "Improved Training of Wasserstein GANs",
        year = 2017,
        venue = "NeurIPS",
        section = "4")
record GradientPenalty(double weight) {
    private static final double FLOAT32_EPSILON = Math.ulp(1f);
    private static final double FLOAT64_EPSILON = Math.ulp(1d);

    /**
     * Where to evaluate the critic.
     *
     * @param points {@code [2N, …]}
     * @param outputGradients {@code [2N, 1]}
     * @param penalty P, with its weight
     */
    record Probes(INDArray points, INDArray outputGradients, double penalty) {}

    /**
     * The points whose weighted outputs have the penalty's gradient.
     *
     * @param examples z, {@code [N, …]}
     * @param gradients {@code ∇D(z)}, of the same shape
     */
    Probes probes(INDArray examples, INDArray gradients) {
        int count = Math.toIntExact(examples.size(0));
        double step = step(examples);
        double[] norms = norms(gradients);
        double[] lengths = new double[count];
        double[] weights = new double[2 * count];
        double penalty = 0;
        for (int n = 0; n < count; n++) {
            double excess = norms[n] - 1;
            penalty += weight * excess * excess / count;
            lengths[n] = norms[n] > 0 ? step / norms[n] : 0;
            weights[n] = weight * excess / (count * step);
            weights[count + n] = -weights[n];
        }
        long[] column = new long[examples.rank()];
        Arrays.fill(column, 1);
        column[0] = count;
        INDArray directions = gradients.mul(array(lengths, column, examples.dataType()));
        return new Probes(
                Nd4j.concat(0, examples.add(directions), examples.sub(directions)),
                array(weights, new long[] {2L * count, 1}, examples.dataType()),
                penalty);
    }

    private static INDArray array(double[] numbers, long[] shape, DataType type) {
        return Nd4j.create(numbers, shape, 'c').castTo(type);
    }

    private static double step(INDArray examples) {
        double epsilon = examples.dataType() == DataType.DOUBLE ? FLOAT64_EPSILON : FLOAT32_EPSILON;
        double mean = 0;
        for (double norm : norms(examples)) {
            mean += norm / examples.size(0);
        }
        return Math.cbrt(epsilon) * (mean > 0 ? mean : 1);
    }

    private static double[] norms(INDArray examples) {
        return examples.reshape('c', examples.size(0), -1).norm2(1).toDoubleVector();
    }
}
