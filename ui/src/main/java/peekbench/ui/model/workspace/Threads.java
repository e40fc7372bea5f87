package peekbench.ui.model.workspace;

import java.util.concurrent.Executor;

/**
 * Where work is done.
 *
 * @param window what touches models and views
 * @param reader answers questions to results and reads pictures
 * @param index looks for new results
 * @param charts draws figures
 * @param logs follows runs; of one thread
 */
public record Threads(Executor window, Executor reader, Executor index, Executor charts, Executor logs) {
    /** All at once and in place, for tests. */
    public static Threads of(Executor all) {
        return new Threads(all, all, all, all, all);
    }
}
