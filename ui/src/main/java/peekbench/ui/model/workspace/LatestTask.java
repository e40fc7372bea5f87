package peekbench.ui.model.workspace;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Work away from the window's thread of which only the latest start counts: what an earlier start still brings, success
 * or failure, is dropped, and an earlier start that has not begun is not begun.
 *
 * @param <T> what the work brings
 */
public final class LatestTask<T> {
    private final Executor worker;
    private final Executor window;
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private volatile long latest;

    /**
     * @param worker runs the work
     * @param window runs what touches the model; everything else of this class is called there too
     */
    public LatestTask(Executor worker, Executor window) {
        this.worker = worker;
        this.window = window;
    }

    /** Starts the work; exactly one of the two consumers is called later, unless a newer start comes first. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // written on the window's thread only
    public void start(Supplier<T> work, Consumer<T> onSuccess, Consumer<RuntimeException> onFailure) {
        latest++;
        long mine = latest;
        working.set(true);
        worker.execute(() -> {
            if (mine != latest) {
                return;
            }
            Runnable outcome;
            try {
                T result = work.get();
                outcome = () -> onSuccess.accept(result);
            } catch (RuntimeException failure) {
                outcome = () -> onFailure.accept(failure);
            }
            Runnable last = outcome;
            window.execute(() -> {
                if (mine == latest) {
                    working.set(false);
                    last.run();
                }
            });
        });
    }

    /** Drops whatever is still under way. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // written on the window's thread only
    public void cancel() {
        latest++;
        working.set(false);
    }

    /** Whether the latest start has not ended. */
    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }
}
