package peekbench.nn.array;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Takes copies of what is remembered. */
public final class StateWriter implements SavedState {
    private final String prefix;
    private final Map<String, INDArray> arrays;
    private final List<String> refusals;

    public StateWriter() {
        this("", new TreeMap<>(), new ArrayList<>());
    }

    private StateWriter(String prefix, Map<String, INDArray> arrays, List<String> refusals) {
        this.prefix = prefix;
        this.arrays = arrays;
        this.refusals = refusals;
    }

    @Override
    public boolean isRead() {
        return false;
    }

    @Override
    public INDArray array(String name, INDArray now) {
        if (now.length() > 0 && arrays.put(prefix + name, now.dup('c')) != null) {
            throw new IllegalStateException("Two things are remembered as (" + prefix + name + "); use another name.");
        }
        return now;
    }

    @Override
    public long number(String name, long now) {
        array(name, Nd4j.createFromArray(now));
        return now;
    }

    @Override
    public double decimal(String name, double now) {
        array(name, Nd4j.createFromArray(now));
        return now;
    }

    @Override
    public SavedState part(String name) {
        return new StateWriter(prefix + name + "/", arrays, refusals);
    }

    @Override
    public void refuse(String reason) {
        refusals.add(reason);
    }

    /** All that was written, by name. */
    public Map<String, INDArray> arrays() {
        return Collections.unmodifiableMap(arrays);
    }

    /** What could not be. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }
}
