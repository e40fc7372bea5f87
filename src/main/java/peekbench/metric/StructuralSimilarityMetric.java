package peekbench.metric;

import com.google.auto.service.AutoService;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Shape;

/** Offers {@link ImageMetrics#structuralSimilarity}, of images. */
@AutoService(MetricProvider.class)
public record StructuralSimilarityMetric() implements MetricProvider {
    @Override
    public Metric metric() {
        return Metric.SSIM;
    }

    @Override
    public boolean fits(Shape example) {
        return example.isImage();
    }

    @Override
    public double[] score(INDArray originals, INDArray reconstructions) {
        return ImageMetrics.structuralSimilarity(originals, reconstructions);
    }
}
