package peekbench.ui.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Runs what it was given when the test says so, in the order that the test says. */
final class StepExecutor implements Executor {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable work) {
        waiting.addLast(work);
    }

    void runFirst() {
        waiting.removeFirst().run();
    }

    void runLast() {
        waiting.removeLast().run();
    }

    void runAll() {
        while (!waiting.isEmpty()) {
            runFirst();
        }
    }

    int waiting() {
        return waiting.size();
    }
}
