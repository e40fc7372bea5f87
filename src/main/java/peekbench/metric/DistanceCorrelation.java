package peekbench.metric;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.registry.Paper;

/**
 * Distance correlation between paired samples {@code x [n, …]} and {@code z [n, …]}: 0 in the limit only for independent
 * samples, 1 for {@code z} a scaled and turned copy of {@code x}.
 *
 * <p>With the doubly centred distance matrices A of x and B of z, {@code dCov² = Σ A_ij B_ij / n²}, {@code dVar²} the same
 * of a sample with itself, and {@code dCor = sqrt(dCov² / sqrt(dVar²(x) dVar²(z)))}. Where a sample does not vary, dCor is
 * 0. The value depends on n: at 784 dimensions and n = 64, independent samples have .987.
 */
@Paper(
        authors = "Székely, Rizzo, Bakirov",
        title = "Measuring and testing dependence by correlation of distances",
        year = 2007,
        venue = "Annals of Statistics 35(6)",
        section = "Definitions 4 and 5")
public final class DistanceCorrelation {
    private DistanceCorrelation() {}

    /** The V-statistic dCor, in [0, 1]: what NoPeek trains on and papers print. */
    public static double of(INDArray x, INDArray z) {
        return Statistics.of(x, z).correlation();
    }

    /** The V-statistic dCov, not squared. */
    public static double covariance(INDArray x, INDArray z) {
        return Math.sqrt(Math.max(Statistics.of(x, z).covariance(), 0));
    }

    private record Statistics(
            int size,
            DistanceMatrix distances,
            double[] a,
            double[] b,
            double covariance,
            double varianceX,
            double varianceZ) {

        static Statistics of(INDArray x, INDArray z) {
            Samples.checkPaired(x, z, 2);
            DistanceMatrix distances = DistanceMatrix.of(z);
            double[] a = DistanceMatrix.of(x).doublyCentred();
            double[] b = distances.doublyCentred();
            double squares = (double) a.length;
            return new Statistics(
                    distances.size(), distances, a, b, dot(a, b) / squares, dot(a, a) / squares, dot(b, b) / squares);
        }

        boolean degenerate() {
            return !(varianceX > 0 && varianceZ > 0 && covariance > 0);
        }

        double correlation() {
            return degenerate() ? 0 : Math.sqrt(covariance / Math.sqrt(varianceX * varianceZ));
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * The V-statistic dCor and its gradient with respect to z in closed form.
     *
     * <p>With {@code R = dCor²}, {@code ∂dCor/∂d_ij = (A_ij / sqrt(dVar²(x) dVar²(z)) - R B_ij / dVar²(z)) / (2 n² dCor)},
     * since centring is its own adjoint; {@code ∂d_ij/∂z_i = (z_i - z_j) / d_ij}, taken as 0 where two rows are the same.
     * Summed over j that is one matrix product: {@code diag(M 1) z - M z} with {@code M_ij = 2 ∂dCor/∂d_ij / d_ij}.
     * Where dCor is 0 the gradient is taken as 0.
     */
    public static ValueAndGradient withGradient(INDArray x, INDArray z) {
        Statistics statistics = Statistics.of(x, z);
        double correlation = statistics.correlation();
        if (correlation == 0) {
            return new ValueAndGradient(0, Nd4j.zeros(z.dataType(), z.shape()));
        }
        int n = statistics.size();
        double scale = 1 / ((double) n * n * correlation);
        double byA = scale / Math.sqrt(statistics.varianceX() * statistics.varianceZ());
        double byB = scale * correlation * correlation / statistics.varianceZ();
        double[] distances = statistics.distances().distances();
        double[] weights = new double[n * n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                int at = i * n + j;
                double slope = byA * statistics.a()[at] - byB * statistics.b()[at];
                weights[at] = distances[at] == 0 ? 0 : -slope / distances[at];
                sum -= weights[at];
            }
            weights[i * n + i] = sum;
        }
        INDArray rows = Samples.flat(z);
        INDArray matrix = Nd4j.create(weights, new long[] {n, n}, 'c').castTo(z.dataType());
        INDArray gradient = Nd4j.createUninitialized(z.dataType(), new long[] {rows.size(1), n}, 'f');
        Nd4j.gemm(rows, matrix, gradient, true, false, 1, 0);
        return new ValueAndGradient(correlation, gradient.transpose().reshape('c', z.shape()));
    }

    /**
     * The unbiased squared distance covariance {@code Σ_{i≠j} Ã_ij B̃_ij / (n (n-3))}; may be negative (Székely and Rizzo
     * 2014, Eq. 2.3).
     */
    public static double unbiasedCovariance(INDArray x, INDArray z) {
        Samples.checkPaired(x, z, 4);
        double n = x.size(0);
        return dot(
                        DistanceMatrix.of(x).unbiasedlyCentred(),
                        DistanceMatrix.of(z).unbiasedlyCentred())
                / (n * (n - 3));
    }

    /**
     * The bias-corrected squared distance correlation, around 0 for independent samples of any dimension and size; may be
     * negative (Székely and Rizzo 2013, "The distance correlation t-test of independence in high dimension").
     */
    public static double biasCorrected(INDArray x, INDArray z) {
        Samples.checkPaired(x, z, 4);
        return correlation(
                DistanceMatrix.of(x).unbiasedlyCentred(), DistanceMatrix.of(z).unbiasedlyCentred());
    }

    static double correlation(double[] a, double[] b) {
        double variances = dot(a, a) * dot(b, b);
        return variances > 0 ? dot(a, b) / Math.sqrt(variances) : 0;
    }
}
