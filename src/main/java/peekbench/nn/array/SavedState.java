package peekbench.nn.array;

import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.seed.CountedGenerator;

/**
 * Named arrays in which somebody writes down what is remembered, or reads it back. Both are one conversation: whoever
 * remembers something hands over what there is now and goes on with what is returned. Written, that is the same; read, it is
 * what was written under that name.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface SavedState {

    /** Whether what is returned may differ from what is handed over. */
    boolean isRead();

    /**
     * An array of any shape; one without numbers is not written.
     *
     * @param now what there is; it is copied
     */
    INDArray array(String name, INDArray now);

    /** A whole number. */
    long number(String name, long now);

    /** A number, to its last bit. */
    double decimal(String name, double now);

    /** How far a stream of random numbers was drawn from; read, it goes on from there. */
    default void generator(String name, CountedGenerator generator) {
        generator.goTo(number(name, generator.position()));
    }

    /** A part in which names do not collide with those of others; its arrays are called {@code part/name}. */
    SavedState part(String name);

    /**
     * Says that something is remembered which cannot be written.
     *
     * @param reason what and why, as a sentence
     */
    void refuse(String reason);
}
