package peekbench.ui.model.run;

import java.util.function.Consumer;
import java.util.function.Supplier;
import peekbench.ui.model.workspace.Problems;
import peekbench.ui.model.workspace.Threads;

/** Work on the thread that follows runs, whose outcome is heard on the window's. */
final class LogsWork {
    private final Threads threads;
    private final Consumer<String> failed;

    /** @param failed is told on the window's thread what went wrong, in words */
    LogsWork(Threads threads, Consumer<String> failed) {
        this.threads = threads;
        this.failed = failed;
    }

    <T> void start(Supplier<T> work, Consumer<T> after) {
        threads.logs().execute(() -> {
            try {
                T found = work.get();
                threads.window().execute(() -> after.accept(found));
            } catch (RuntimeException failure) {
                threads.window().execute(() -> failed.accept(Problems.words(failure)));
            }
        });
    }
}
