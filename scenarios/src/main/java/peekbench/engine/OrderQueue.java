package peekbench.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orders to a trial process. A thread of its own listens for them, and ends the process when there can be no more: also
 * while the trial's thread hangs in native code.
 */
final class OrderQueue {
    private static final Logger LOG = LoggerFactory.getLogger(OrderQueue.class);
    static final int ABANDONED = 3;
    private static final long MILLISECONDS_TO_CLEAR_UP = 3_000;

    private final BlockingQueue<ProcessOrder> orders = new LinkedBlockingQueue<>();
    private volatile Optional<Runnable> open = Optional.empty();

    private OrderQueue() {}

    /** Listens. */
    static OrderQueue of(BufferedReader input) {
        OrderQueue queue = new OrderQueue();
        Thread listener = new Thread(() -> queue.listen(input), "orders");
        listener.setDaemon(true);
        listener.start();
        Runtime.getRuntime().addShutdownHook(new Thread(queue::clearUp, "ended by the system"));
        return queue;
    }

    ProcessOrder take() throws InterruptedException {
        return orders.take();
    }

    /** While a trial is open: called when the orders end, and given little time. */
    void whenTheyEnd(Runnable action) {
        open = Optional.of(action);
    }

    /** No trial is open any more: the end of the orders is then the process's own. */
    void nothingIsOpen() {
        open = Optional.empty();
    }

    /** Also when the system ends the process: Ctrl-C in a terminal reaches all processes of a run. */
    private void clearUp() {
        Thread cleaner = new Thread(() -> open.ifPresent(Runnable::run), "clearing up");
        cleaner.setDaemon(true);
        cleaner.start();
        try {
            cleaner.join(MILLISECONDS_TO_CLEAR_UP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(BufferedReader input) {
        try {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                orders.add(ProcessOrder.of(line));
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("orders cannot be read any more", e);
        }
        int code = open.isEmpty() ? 0 : ABANDONED;
        clearUp();
        Runtime.getRuntime().halt(code);
    }
}
