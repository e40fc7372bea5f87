package example;

import com.google.auto.service.AutoService;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.metric.FigureFormat;
import peekbench.metric.Metric;
import peekbench.metric.MetricProvider;

/**
 * Pearson's correlation of the numbers of an original with those of its reconstruction, {@code cov(x, y) / (sd(x) sd(y))}: a
 * picture that is only too dark or too pale is found out all the same. 0 where either has one value only.
 */
// region metric
@AutoService(MetricProvider.class)
public record PixelCorrelation() implements MetricProvider {
    private static final Metric METRIC = new Metric(
            "pixel-correlation",
            "none",
            "[-1, 1]",
            Metric.Meaning.MORE_IS_LEAK,
            "Correlation \u2191",
            FigureFormat.THREE,
            "correlation of a reconstruction's numbers with the original's, whatever brightness and contrast");

    @Override
    public Metric metric() {
        return METRIC;
    }

    @Override
    public double[] score(INDArray originals, INDArray reconstructions) {
        int records = Math.toIntExact(originals.size(0));
        double[][] left = originals.reshape(records, -1).toDoubleMatrix();
        double[][] right = reconstructions.reshape(records, -1).toDoubleMatrix();
        double[] correlations = new double[records];
        for (int record = 0; record < records; record++) {
            centre(left[record]);
            centre(right[record]);
            double variances = product(left[record], left[record]) * product(right[record], right[record]);
            correlations[record] = variances == 0 ? 0 : product(left[record], right[record]) / Math.sqrt(variances);
        }
        return correlations;
    }
    // endregion

    private static void centre(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
        }
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
