package peekbench.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.metric.Metric;
import peekbench.threat.observation.TargetSet;

/** What the strongest candidate of an attack made of the records of a target set, beside the originals. */
public final class ReconstructedRecords {
    private final TargetSet targets;
    private final INDArray originals;
    private final INDArray made;
    private final Map<Metric, double[]> values;
    private final List<Integer> read;

    ReconstructedRecords(
            TargetSet targets, INDArray originals, INDArray made, Map<Metric, double[]> values, List<Integer> read) {
        this.targets = targets;
        this.originals = originals;
        this.made = made;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.read = List.copyOf(read);
    }

    public TargetSet targets() {
        return targets;
    }

    /** {@code [n, C, H, W]} for images, {@code [n, F]} for rows of a table. */
    public INDArray originals() {
        return originals;
    }

    /** Shaped and ordered as the originals. */
    public INDArray made() {
        return made;
    }

    /** What each metric that compares records says of each pair, {@code [n]}; the arrays are this object's own. */
    public Map<Metric, double[]> values() {
        return values;
    }

    /** The class that the classifier of reconstructions read in each, from 0; empty where there is none. */
    public List<Integer> read() {
        return read;
    }
}
