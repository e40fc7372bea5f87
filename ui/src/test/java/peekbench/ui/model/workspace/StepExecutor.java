package peekbench.ui.model.workspace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Runs what it was given when the test says so, in the order that the test says. */
public final class StepExecutor implements Executor {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable work) {
        waiting.addLast(work);
    }

    public void runFirst() {
        waiting.removeFirst().run();
    }

    public void runLast() {
        waiting.removeLast().run();
    }

    public void runAll() {
        while (!waiting.isEmpty()) {
            runFirst();
        }
    }

    public int waiting() {
        return waiting.size();
    }
}
