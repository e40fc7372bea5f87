package peekbench.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.metric.Metric;
import peekbench.metric.MetricProvider;
import peekbench.nn.array.Shape;

/** The metrics that compare reconstructions with originals, record by record. */
public record RecordMetrics(List<MetricProvider> providers) {
    public RecordMetrics {
        providers = List.copyOf(providers);
    }

    /** Values of our metrics that fit the records, in the order of their providers. */
    Map<Metric, double[]> ours(INDArray originals, INDArray images) {
        return values(true, originals, images);
    }

    /**
     * Values of plug-ins' metrics that fit the records.
     *
     * @throws IllegalStateException when one gives another number of values than there are records
     */
    Map<Metric, double[]> further(INDArray originals, INDArray images) {
        return values(false, originals, images);
    }

    /**
     * Values of all metrics that fit the records, ours first.
     *
     * @param originals {@code [n, C, H, W]} or {@code [n, F]}
     * @param images shaped as they are
     * @return by metric a value of each pair, {@code [n]}
     * @throws IllegalStateException when a plug-in's gives another number of values than there are records
     */
    public Map<Metric, double[]> values(INDArray originals, INDArray images) {
        Map<Metric, double[]> values = ours(originals, images);
        values.putAll(further(originals, images));
        return values;
    }

    private Map<Metric, double[]> values(boolean ours, INDArray originals, INDArray images) {
        Shape example = Shape.ofExample(originals.shape());
        Map<Metric, double[]> values = new LinkedHashMap<>();
        for (MetricProvider provider : providers) {
            Metric metric = provider.metric();
            if (metric.isOurs() == ours && provider.fits(example)) {
                values.put(metric, checked(metric, provider.score(originals, images), originals));
            }
        }
        return values;
    }

    private static double[] checked(Metric metric, double[] values, INDArray originals) {
        if (values.length != originals.size(0)) {
            throw new IllegalStateException("The metric (" + metric.label() + ") gave " + values.length
                    + " values for records " + Arrays.toString(originals.shape())
                    + "; it must give one a record. Mend it, or take its plug-in out of the folder.");
        }
        return values;
    }
}
