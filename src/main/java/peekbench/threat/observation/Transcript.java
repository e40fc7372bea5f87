package peekbench.threat.observation;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * What was kept of some epochs of a training, so that one can go back to them. What is seen there is made when somebody goes
 * back, so that a transcript takes the memory of the weights of its epochs and no more.
 *
 * @param <T> what there was at each
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Transcript<T> {
    private final SortedSet<Integer> epochs;
    private final Visits<T> visits;

    /** How one goes back. */
    @FunctionalInterface
    public interface Visits<T> {
        /**
         * Goes back to the end of an epoch, and returns.
         *
         * @param epoch that had ended; 0 before the first
         * @param visit is given what there was, which is true until it ends
         */
        void at(int epoch, Consumer<T> visit);
    }

    /**
     * @param epochs that were kept, by how many had ended
     */
    public Transcript(Set<Integer> epochs, Visits<T> visits) {
        this.epochs = Collections.unmodifiableSortedSet(new TreeSet<>(epochs));
        this.visits = visits;
    }

    /** Nothing was kept. */
    public static <T> Transcript<T> none() {
        return new Transcript<>(Set.of(), (epoch, visit) -> {});
    }

    /** The epochs that were kept, by how many had ended: 0 are the initial weights. The finished network is none of them. */
    public SortedSet<Integer> epochs() {
        return epochs;
    }

    /**
     * Goes back.
     *
     * @param visit is given what there was, which is true until it ends
     * @throws IllegalArgumentException when that epoch was not kept
     */
    public void at(int epoch, Consumer<T> visit) {
        if (!epochs.contains(epoch)) {
            throw new IllegalArgumentException("Nothing was kept of epoch (" + epoch + "), only of " + epochs + ".");
        }
        visits.at(epoch, visit);
    }

    /** The same epochs as something else that is made of what there was. */
    public <U> Transcript<U> map(Function<T, U> made) {
        return new Transcript<>(epochs, (epoch, visit) -> at(epoch, kept -> visit.accept(made.apply(kept))));
    }
}
