package peekbench.metric;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Euclidean distances {@code d_ij = |s_i - s_j|} between the examples of a sample, {@code n x n}.
 *
 * <p>All squared distances come from one matrix product, {@code |s_i|² + |s_j|² - 2 s_i · s_j}, after the sample's mean
 * was taken off. That cancels where two examples are close, so pairs that are closer than a small part of their norms are
 * computed again from their difference: identical examples have distance 0 exactly.
 */
final class DistanceMatrix {
    /** Squared distance over the sum of squared norms below which the product has lost too many digits. */
    private static final double CLOSE_SINGLE = 1e-2;

    private static final double CLOSE_DOUBLE = 1e-6;

    private final int size;
    private final double[] distances;

    private DistanceMatrix(int size, double[] distances) {
        this.size = size;
        this.distances = distances;
    }

    /**
     * The distances of a sample.
     *
     * @param sample {@code [n, …]}, float32 or float64
     */
    static DistanceMatrix of(INDArray sample) {
        INDArray rows = Samples.flat(sample);
        INDArray centred = rows.subRowVector(rows.mean(0));
        int n = Math.toIntExact(rows.size(0));
        INDArray products = Nd4j.createUninitialized(rows.dataType(), new long[] {n, n}, 'f');
        Nd4j.gemm(centred, centred, products, false, true, 1, 0);
        double[] distances = products.data().asDouble();
        double[] norms = new double[n];
        for (int i = 0; i < n; i++) {
            norms[i] = distances[i * n + i];
        }
        double close = rows.dataType() == DataType.FLOAT ? CLOSE_SINGLE : CLOSE_DOUBLE;
        CloseRows exact = new CloseRows(rows);
        for (int i = 0; i < n; i++) {
            int row = i * n;
            for (int j = 0; j < n; j++) {
                distances[row + j] = norms[i] + norms[j] - 2 * distances[row + j];
            }
            for (int j = 0; j < n; j++) {
                if (distances[row + j] < close * (norms[i] + norms[j])) {
                    distances[row + j] = exact.squaredDistance(i, j);
                }
            }
            for (int j = 0; j < n; j++) {
                distances[row + j] = Math.sqrt(distances[row + j]);
            }
        }
        return new DistanceMatrix(n, distances);
    }

    /** How many examples. */
    int size() {
        return size;
    }

    /** The distances, row after row; not a copy. */
    double[] distances() {
        return distances;
    }

    /** {@code d_ij - mean_i - mean_j + mean}: every row and column sums to 0 (Székely et al. 2007, Definition 4). */
    double[] doublyCentred() {
        return centred(size, (double) size * size, false);
    }

    /**
     * {@code d_ij - sum_i / (n-2) - sum_j / (n-2) + sum / ((n-1)(n-2))}, diagonal 0 (Székely and Rizzo 2014, Definition
     * 2).
     */
    double[] unbiasedlyCentred() {
        return centred(size - 2, (size - 1.0) * (size - 2), true);
    }

    private double[] centred(double rowDivisor, double totalDivisor, boolean zeroDiagonal) {
        double[] sums = new double[size];
        double total = 0;
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int j = 0; j < size; j++) {
                sum += distances[i * size + j];
            }
            sums[i] = sum / rowDivisor;
            total += sum;
        }
        double mean = total / totalDivisor;
        double[] result = new double[distances.length];
        for (int i = 0; i < size; i++) {
            int row = i * size;
            double shift = mean - sums[i];
            for (int j = 0; j < size; j++) {
                result[row + j] = distances[row + j] - sums[j] + shift;
            }
            if (zeroDiagonal) {
                result[row + i] = 0;
            }
        }
        return result;
    }

    /** Rows on the heap, fetched when the first close pair is met. */
    private static final class CloseRows {
        private final INDArray rows;
        private double[] numbers = {};

        CloseRows(INDArray rows) {
            this.rows = rows;
        }

        double squaredDistance(int i, int j) {
            if (i == j) {
                return 0;
            }
            if (numbers.length == 0) {
                numbers = rows.data().asDouble();
            }
            int length = Math.toIntExact(rows.size(1));
            double sum = 0;
            for (int k = 0; k < length; k++) {
                double difference = numbers[i * length + k] - numbers[j * length + k];
                sum += difference * difference;
            }
            return sum;
        }
    }
}
