package peekbench.threat.defense;

import org.apiguardian.api.API;

/** The places of a training at which {@link DefenseHooks} step in; not every protocol has all. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum DefensePlace {
    /** {@link DefenseHooks#sanitizeInput}. */
    INPUT("inputs"),
    /** {@link DefenseHooks#filterSmashed}. */
    SMASHED_DATA("smashed data"),
    /** {@link DefenseHooks#addToLoss} and {@link DefenseHooks#taskLossWeight}. */
    LOSS("the client's loss"),
    /** {@link DefenseHooks#filterGradient(org.nd4j.linalg.api.ndarray.INDArray)} and its like. */
    GRADIENT("gradients of smashed data"),
    /** {@link DefenseHooks#watchGradient} and its like. */
    RETURNED_GRADIENT("gradients that the server returns"),
    /** {@link DefenseHooks#exampleGradientFilter}. */
    PARAMETER_GRADIENT("gradients of the client's own layers"),
    /** {@link DefenseHooks#filterUpdate}. */
    UPDATE("updates of weights");

    private final String text;

    DefensePlace(String text) {
        this.text = text;
    }

    /** For a person. */
    @Override
    public String toString() {
        return text;
    }
}
