package peekbench.threat.defense;

import java.util.Optional;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.SavedState;

/**
 * The fixed places at which a defense can step in, on one party. Every hook's default does nothing and returns the very
 * array it was given, so a hook that is not used costs nothing and changes no bit. Arguments belong to the party and are
 * never written to; a hook that changes something returns a new array.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface DefenseHooks {

    /** Before the client computes: inputs {@code [N, …]} to what the network sees. */
    default INDArray sanitizeInput(INDArray input) {
        return input;
    }

    /** Before smashed data {@code [N, …]} leave their party. */
    default INDArray filterSmashed(INDArray smashed) {
        return smashed;
    }

    /** The backward pass of the last {@link #filterSmashed}. */
    default INDArray smashedFilterGradient(INDArray gradient) {
        return gradient;
    }

    /** The public factor of the task's loss, applied where that loss is computed. */
    default double taskLossWeight() {
        return 1;
    }

    /**
     * A term of the loss that the client computes alone.
     *
     * @param input {@code [N, …]}, the private inputs
     * @param smashed {@code [N, …]}, before the filter
     */
    default Optional<LossTerm> addToLoss(INDArray input, INDArray smashed) {
        return Optional.empty();
    }

    /**
     * Before the client's targets go into the loss of a batch, wherever that is computed.
     *
     * @param targets {@code [N, outputs]}: one-hot rows for classes, numbers for regression
     */
    default INDArray filterTargets(INDArray targets) {
        return targets;
    }

    /** Before a gradient {@code [N, …]} leaves the party that computed it. */
    default INDArray filterGradient(INDArray gradient) {
        return gradient;
    }

    /**
     * {@link #filterGradient(INDArray)} at the party that has the batch's labels, where the gradient reveals them; it is
     * called in its place and does the same unless overridden.
     *
     * @param gradient {@code [N, …]}
     * @param targets {@code [N, outputs]}: one-hot rows for classes, numbers for regression
     */
    default INDArray filterGradient(INDArray gradient, INDArray targets) {
        return filterGradient(gradient);
    }

    /**
     * Before a change {@code [P]} of parameters leaves its party: a gradient, or the party's weights less those it started
     * its turn with. Buffers, such as running statistics, and an optimiser's memory are not among them.
     */
    default INDArray filterUpdate(INDArray update) {
        return update;
    }

    /** How updates are hidden from whoever adds them up, after {@link #filterUpdate}; empty where they are sent as they are. */
    default Optional<UpdateMasking> updateMasking() {
        return Optional.empty();
    }

    /**
     * When a turn begins in an epoch with frozen weights: the network is finished, and batches and gradients that come now
     * are for defenses to learn from.
     */
    default void weightsFrozen() {}

    /**
     * Where a party forms the gradient of its own layers: what looks at the gradients of single examples. It is the same
     * object at every call. Finding these gradients takes a pass for each example, so none is looked for without a filter.
     */
    default Optional<ExampleGradientFilter> exampleGradientFilter() {
        return Optional.empty();
    }

    /**
     * When a gradient {@code [N, …]} arrives.
     *
     * @throws HijackSuspectedException to stop a training that looks hijacked
     */
    default void watchGradient(INDArray gradient) {}

    /**
     * Whether a client's layers learn from the batch under way. It is asked for each batch once, when the gradient of the
     * client's own parameters is known and before they change.
     *
     * @param gradient {@code [P]}, of the client's front layers
     * @throws HijackSuspectedException to stop a training that looks hijacked
     */
    default boolean learnsFrom(INDArray gradient) {
        return true;
    }

    /**
     * When training has ended: writes down, or takes over, what {@link #sanitizeInput} and {@link #filterSmashed} go by from
     * now on, such as what was learned and how far a stream of random numbers was drawn from. What follows from the options
     * and the seed alone need not be written, nor what only training goes by.
     *
     * <p>A defense that does not say is taken to remember something, so a network trained with it is not kept but trained
     * again whenever it is attacked.
     */
    default void remember(SavedState state) {
        state.refuse("The defense (" + getClass().getName() + ") does not say what it remembers of training; it should"
                + " override DefenseHooks.remember.");
    }
}
