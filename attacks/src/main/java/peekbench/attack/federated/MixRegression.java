package peekbench.attack.federated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Ridge regression {@code B = (XᵀX + λ n I)⁻¹ Xᵀ Y} from standardised features to label distributions, fitted on four fifths of the
 * examples; λ is that of the smallest mean total variation distance on the last fifth.
 *
 * <p>Answers are moved to the nearest point whose shares are at least 0 and sum to 1 (Euclidean distance).
 */
final class MixRegression {
    private static final double[] RIDGES = {1e-6, 1e-4, 1e-2, 1};
    private static final double FITTED = .8;

    private final double[] mean;
    private final double[] deviation;
    private final double[] meanMix;
    private final RealMatrix coefficients;
    private final double validationError;

    private MixRegression(
            double[] mean, double[] deviation, double[] meanMix, RealMatrix coefficients, double validationError) {
        this.mean = mean;
        this.deviation = deviation;
        this.meanMix = meanMix;
        this.coefficients = coefficients;
        this.validationError = validationError;
    }

    /**
     * Fits.
     *
     * @param features of each example, all as many
     * @param mixes of each example
     */
    static MixRegression fit(List<double[]> features, List<double[]> mixes) {
        int fitted = (int) (FITTED * features.size());
        List<double[]> known = features.subList(0, fitted);
        double[] mean = columnMeans(known);
        double[] deviation = deviations(known, mean);
        double[] meanMix = columnMeans(mixes.subList(0, fitted));
        RealMatrix inputs = new Array2DRowRealMatrix(
                known.stream().map(row -> standardized(row, mean, deviation)).toArray(double[][]::new));
        RealMatrix wanted = new Array2DRowRealMatrix(mixes.subList(0, fitted).stream()
                .map(mix -> minus(mix, meanMix))
                .toArray(double[][]::new));
        RealMatrix square = inputs.transpose().multiply(inputs);
        List<MixRegression> fits = new ArrayList<>();
        for (double ridge : RIDGES) {
            RealMatrix regularized =
                    square.add(MatrixUtils.createRealIdentityMatrix(mean.length).scalarMultiply(ridge * fitted));
            RealMatrix coefficients = new CholeskyDecomposition(regularized)
                    .getSolver()
                    .solve(inputs.transpose().multiply(wanted));
            MixRegression one = new MixRegression(mean, deviation, meanMix, coefficients, 0);
            double error = one.error(features.subList(fitted, features.size()), mixes.subList(fitted, mixes.size()));
            fits.add(new MixRegression(mean, deviation, meanMix, coefficients, error));
        }
        return Collections.min(fits, Comparator.comparingDouble(MixRegression::validationError));
    }

    /** The mix that features speak for. */
    double[] mix(double[] features) {
        double[] answer = coefficients.preMultiply(standardized(features, mean, deviation));
        for (int k = 0; k < answer.length; k++) {
            answer[k] += meanMix[k];
        }
        return nearestMix(answer);
    }

    /** Mean total variation distance on the examples that were not fitted. */
    double validationError() {
        return validationError;
    }

    private double error(List<double[]> features, List<double[]> mixes) {
        double sum = 0;
        for (int n = 0; n < features.size(); n++) {
            double[] wrong = minus(mix(features.get(n)), mixes.get(n));
            sum += Arrays.stream(wrong).map(Math::abs).sum() / 2;
        }
        return sum / features.size();
    }

    /** Projection onto the simplex: subtracts what makes the shares that stay above 0 sum to 1. */
    static double[] nearestMix(double[] numbers) {
        double[] falling = numbers.clone();
        Arrays.sort(falling);
        double sum = 0;
        double shift = 0;
        for (int count = 1; count <= falling.length; count++) {
            double next = falling[falling.length - count];
            sum += next;
            double candidate = (sum - 1) / count;
            if (next > candidate) {
                shift = candidate;
            }
        }
        double taken = shift;
        return Arrays.stream(numbers).map(x -> Math.max(0, x - taken)).toArray();
    }

    private static double[] columnMeans(List<double[]> rows) {
        double[] means = new double[rows.get(0).length];
        for (double[] row : rows) {
            for (int i = 0; i < means.length; i++) {
                means[i] += row[i] / rows.size();
            }
        }
        return means;
    }

    /** Of columns that do not vary, 1. */
    private static double[] deviations(List<double[]> rows, double[] mean) {
        double[] squares = new double[mean.length];
        for (double[] row : rows) {
            for (int i = 0; i < squares.length; i++) {
                squares[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / rows.size();
            }
        }
        return Arrays.stream(squares)
                .map(square -> square > 0 ? Math.sqrt(square) : 1)
                .toArray();
    }

    private static double[] standardized(double[] row, double[] mean, double[] deviation) {
        double[] result = minus(row, mean);
        for (int i = 0; i < result.length; i++) {
            result[i] /= deviation[i];
        }
        return result;
    }

    private static double[] minus(double[] left, double[] right) {
        double[] result = left.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] -= right[i];
        }
        return result;
    }
}
