package peekbench.metric;

import com.google.auto.service.AutoService;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Offers {@link ImageMetrics#meanSquaredError}, also for vectors. */
@AutoService(MetricProvider.class)
public record MeanSquaredErrorMetric() implements MetricProvider {
    @Override
    public Metric metric() {
        return Metric.MSE;
    }

    @Override
    public double[] score(INDArray originals, INDArray reconstructions) {
        return ImageMetrics.meanSquaredError(originals, reconstructions);
    }
}
