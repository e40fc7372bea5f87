package peekbench.ui.model;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work away from the window's thread of which only the latest start counts: what an earlier start still brings, success
 * or failure, is dropped.
 *
 * @param <T> what the work brings
 */
final class LatestTask<T> {
    private final Executor worker;
    private final Executor window;
    private long latest;

    /**
     * @param worker runs the work
     * @param window runs what touches the model; everything else of this class is called there too
     */
    LatestTask(Executor worker, Executor window) {
        this.worker = worker;
        this.window = window;
    }

    /** Starts the work; exactly one of the two consumers is called later, unless a newer start comes first. */
    void start(Supplier<T> work, Consumer<T> onSuccess, Consumer<RuntimeException> onFailure) {
        latest++;
        long mine = latest;
        worker.execute(() -> {
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
                    last.run();
                }
            });
        });
    }

    /** Drops whatever is still under way. */
    void cancel() {
        latest++;
    }
}
