package peekbench.attack.label;

import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.threat.observation.ObservedBatch;

/** What examples are clustered by. */
public enum ClusteredBy {
    /** The directions of their gradients. */
    GRADIENTS(false) {
        @Override
        INDArray of(ObservedBatch batch) {
            return batch.gradients();
        }
    },
    /** The directions in which their features lie from the mean. */
    FEATURES(true) {
        @Override
        INDArray of(ObservedBatch batch) {
            return batch.features();
        }
    };

    private final boolean centred;

    ClusteredBy(boolean centred) {
        this.centred = centred;
    }

    abstract INDArray of(ObservedBatch batch);

    /** Whether the mean is taken away first. */
    boolean isCentred() {
        return centred;
    }

    /** The name in scenarios and tables. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
