package peekbench.nn.array;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gives back what was written. */
public final class StateReader implements SavedState {
    private final String prefix;
    private final Map<String, INDArray> arrays;

    /** @param arrays all that was written, by name */
    public StateReader(Map<String, INDArray> arrays) {
        this("", arrays);
    }

    private StateReader(String prefix, Map<String, INDArray> arrays) {
        this.prefix = prefix;
        this.arrays = arrays;
    }

    @Override
    public boolean isRead() {
        return true;
    }

    /** @throws IllegalStateException when nothing was written under that name */
    @Override
    public INDArray array(String name, INDArray now) {
        INDArray written = arrays.get(prefix + name);
        if (written != null) {
            return written;
        }
        if (now.length() == 0) {
            return now;
        }
        throw new IllegalStateException(
                "Nothing was written under (" + prefix + name + "); it is of another network, or damaged.");
    }

    @Override
    public long number(String name, long now) {
        return written(name).getLong(0);
    }

    @Override
    public double decimal(String name, double now) {
        return written(name).getDouble(0);
    }

    private INDArray written(String name) {
        INDArray written = arrays.get(prefix + name);
        if (written == null) {
            throw new IllegalStateException(
                    "Nothing was written under (" + prefix + name + "); it is of another network, or damaged.");
        }
        return written;
    }

    @Override
    public SavedState part(String name) {
        return new StateReader(prefix + name + "/", arrays);
    }

    /** Whoever refused when it was to be written refuses again. */
    @Override
    public void refuse(String reason) {
        throw new IllegalStateException("This cannot have been written: " + reason);
    }
}
