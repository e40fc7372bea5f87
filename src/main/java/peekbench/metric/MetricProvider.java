package peekbench.metric;

import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Shape;
import peekbench.registry.Kind;
import peekbench.registry.Provider;

/**
 * Offers a metric of reconstructions: one number for each pair of an original and its reconstruction. {@code @AutoService}
 * stands above the class; what the metric is called is said once, by {@link #metric()}, so that it needs no {@code @Name}.
 *
 * <p>Every reconstruction of every trial is scored, floors and ceilings included; tables show the mean over records.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface MetricProvider extends Provider {
    /** What scenarios, lists and messages call what is offered; names of figures that are no reconstructions' are taken. */
    Kind<MetricProvider> KIND = new Kind<>("metric", MetricProvider.class, Metric.labels());

    /** Name, unit, range, meaning, heading, number format and a sentence. */
    Metric metric();

    /** Whether records of that shape can be compared; unless told otherwise, all can. */
    default boolean fits(Shape example) {
        return true;
    }

    /**
     * Compares pairs. Neither array may be changed.
     *
     * @param originals {@code [n, …]}, images {@code [n, C, H, W]} in [0, 1]
     * @param reconstructions of the same shape
     * @return n numbers; a NaN among them leaves the set of records without a mean
     */
    double[] score(INDArray originals, INDArray reconstructions);

    @Override
    default String name() {
        return metric().label();
    }

    @Override
    default String summary() {
        return metric().summary();
    }
}
