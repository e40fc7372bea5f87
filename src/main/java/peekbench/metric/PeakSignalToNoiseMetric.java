package peekbench.metric;

import com.google.auto.service.AutoService;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Shape;

/** Offers {@link ImageMetrics#peakSignalToNoise}, of images. */
@AutoService(MetricProvider.class)
public record PeakSignalToNoiseMetric() implements MetricProvider {
    @Override
    public Metric metric() {
        return Metric.PSNR;
    }

    @Override
    public boolean fits(Shape example) {
        return example.isImage();
    }

    @Override
    public double[] score(INDArray originals, INDArray reconstructions) {
        return ImageMetrics.peakSignalToNoise(originals, reconstructions);
    }
}
